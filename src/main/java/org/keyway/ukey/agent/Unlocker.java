package org.keyway.ukey.agent;

import java.util.EnumSet;
import java.util.Set;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.PinRule;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.Tokens;

/**
 * Gives a key its holder's new PIN with the one-time code. The new PIN stays here and the SO PIN goes from the server to
 * the key and nowhere else; after a crash the same is simply done again.
 */
final class Unlocker {

    private static final Set<Code> PASSING = EnumSet.of(Code.DEVICE_REMOVED, Code.IO);

    private final Tokens tokens;
    private final ServerLine server;

    Unlocker(Tokens tokens, ServerLine server) {
        this.tokens = tokens;
        this.server = server;
    }

    void unlock(String serial, String code, char[] newPin) {
        if (!PinRule.isStrong(new String(newPin))) {
            throw AgentProblem.of("newPin", "agent.pin.weak");
        }
        tokens.open(serial).close();
        Permission permission = server.unlocking(serial, code);
        server.proved(serial, code, reset(serial, code, permission, newPin));
    }

    private byte[] reset(String serial, String code, Permission permission, char[] newPin) {
        try (Token token = tokens.open(serial)) {
            token.unlock(permission.soPin().toCharArray(), newPin);
            token.login(newPin);
            return token.sign(KeyUse.SIGN, permission.content());
        } catch (TokenException e) {
            if (e.code() != Code.DEVICE_REMOVED) {
                server.refused(serial, code, e.code());
            }
            if (PASSING.contains(e.code())) {
                throw e;
            }
            throw new AgentProblem(409, "agent.unlock.failed");
        }
    }
}
