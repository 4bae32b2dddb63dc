package org.keyway.certificate.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_CRYPTOKI_ALREADY_INITIALIZED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_USER_ALREADY_LOGGED_IN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKU_USER;

import java.io.IOException;
import java.util.Locale;
import org.keyway.certificate.AuthorityFailure;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.Token;

/** Finds the token by its serial number and opens a session as its user. */
record Login(TokenSettings settings) {

    Session open() throws PKCS11Exception {
        Session session = token(module()).openSession(true);
        try {
            session.login(CKU_USER, settings.pin().toCharArray());
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() != CKR_USER_ALREADY_LOGGED_IN) {
                session.closeSession();
                throw e;
            }
        }
        return session;
    }

    private PKCS11Module module() throws PKCS11Exception {
        try {
            PKCS11Module module = PKCS11Module.getInstance(settings.library().toString());
            module.initialize();
            return module;
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() != CKR_CRYPTOKI_ALREADY_INITIALIZED) {
                throw e;
            }
            return initialized();
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new AuthorityFailure("token", "driver cannot be loaded: " + settings.library());
        }
    }

    private PKCS11Module initialized() {
        try {
            return PKCS11Module.getInstance(settings.library().toString());
        } catch (IOException e) {
            throw new AuthorityFailure("token", "driver cannot be loaded: " + settings.library());
        }
    }

    private Token token(PKCS11Module module) throws PKCS11Exception {
        String wanted = settings.serial().strip().toUpperCase(Locale.ROOT);
        for (Slot slot : module.getSlotList(true)) {
            Token token = slot.getToken();
            String serial = token.getTokenInfo().getSerialNumber().strip().toUpperCase(Locale.ROOT);
            if (serial.equals(wanted)) {
                return token;
            }
        }
        throw new AuthorityFailure("token", "no token " + wanted + " is plugged in");
    }
}
