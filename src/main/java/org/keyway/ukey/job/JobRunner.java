package org.keyway.ukey.job;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.TokenInfo;

/**
 * The side of the token: does what the server says, step by step, until nothing is left. It remembers nothing; started
 * again after a crash or a pulled key it goes on where server and token are.
 */
public final class JobRunner {

    private final Token token;
    private final JobChannel channel;
    private final char[] ownPin;
    private boolean loggedIn;

    /** {@code ownPin}: what the holder typed, for keys whose PIN the server does not know; may be empty. */
    public JobRunner(Token token, JobChannel channel, char[] ownPin) {
        this.token = token;
        this.channel = channel;
        this.ownPin = ownPin;
    }

    /** The holder's PIN is tried before the server hears anything: a wrong one changes nothing there. */
    public JobRunner opened() {
        login(ownPin);
        return this;
    }

    /** Returns DONE or REFUSED. */
    public Instruction run() {
        Instruction next = channel.report(report(JobStep.START, Map.of(), null));
        while (next.step() != JobStep.DONE && next.step() != JobStep.REFUSED) {
            next = channel.report(done(next));
        }
        return next;
    }

    private Report done(Instruction next) {
        return switch (next.step()) {
            case INITIALIZE -> initialized(next);
            case REQUEST -> requested(next);
            case CERTIFY -> certified(next);
            case SEAL -> sealed(next);
            default -> readBack(next);
        };
    }

    private Report initialized(Instruction next) {
        if (token.info().state() == TokenInfo.State.BLANK) {
            token.initialize(
                    next.label(), next.soPin().toCharArray(), next.userPin().toCharArray());
            loggedIn = false;
        }
        return report(JobStep.INITIALIZE, Map.of(), null);
    }

    private Report requested(Instruction next) {
        login(next);
        for (KeyUse use : next.uses()) {
            if (next.anew() || token.publicKey(use).isEmpty()) {
                token.generateKeyPair(use, next.algorithm());
            }
        }
        return report(JobStep.REQUEST, requests(), null);
    }

    private Report certified(Instruction next) {
        login(next);
        if (next.encryptionKey() != null) {
            token.importEncryptionKey(next.encryptionKey());
        }
        next.certificates().forEach(token::importCertificate);
        return report(JobStep.CERTIFY, Map.of(), null);
    }

    private Report sealed(Instruction next) {
        login(next);
        token.writeSeal(next.seal());
        return report(JobStep.SEAL, Map.of(), null);
    }

    private Report readBack(Instruction next) {
        login(next);
        return report(JobStep.READ_BACK, requests(), token.readSeal().orElse(null));
    }

    private Report report(JobStep step, Map<KeyUse, byte[]> requests, byte[] seal) {
        TokenInfo info = token.info();
        return new Report(step, info.serial(), info.label(), info.state(), requests, found(token::certificate), seal);
    }

    private Map<KeyUse, byte[]> requests() {
        String name = token.info().serial();
        return found(use -> token.publicKey(use).map(any -> token.certificationRequest(use, name)));
    }

    private static Map<KeyUse, byte[]> found(Function<KeyUse, Optional<byte[]>> read) {
        Map<KeyUse, byte[]> all = new EnumMap<>(KeyUse.class);
        for (KeyUse use : KeyUse.values()) {
            read.apply(use).ifPresent(der -> all.put(use, der));
        }
        return new HashMap<>(all);
    }

    private void login(Instruction next) {
        if (!loggedIn) {
            login(next.userPin() != null ? next.userPin().toCharArray() : ownPin);
        }
    }

    private void login(char[] pin) {
        if (pin.length == 0) {
            throw new TokenException(Code.NOT_LOGGED_IN);
        }
        token.login(pin);
        loggedIn = true;
    }
}
