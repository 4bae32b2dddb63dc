package org.keyway.ukey.pkcs11;

import org.keyway.ukey.TokenException;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.TokenInfo;

/** One token's slot and, while it is used, the one session with it. */
final class Connection {

    private final Driver driver;
    private final String serial;
    private Session session;

    Connection(Driver driver, String serial) {
        this.driver = driver;
        this.serial = serial;
        driver.slot(serial);
    }

    TokenInfo info() {
        return DriverErrors.translated(() -> slot().getToken().getTokenInfo());
    }

    long[] mechanisms() {
        return slot().getToken().getMechanismList();
    }

    Session session() {
        if (session == null) {
            session = DriverErrors.translated(() -> slot().getToken().openSession(true));
        }
        return session;
    }

    /** C_InitToken: closes the session, wipes the token. */
    void initialize(char[] soPin, String label) throws PKCS11Exception {
        close();
        driver.initialize(slot(), soPin, label);
    }

    /** Ends session and, with the last session, login; a pulled token has ended both already. */
    void close() {
        Session former = session;
        session = null;
        if (former != null) {
            try {
                former.closeSession();
            } catch (PKCS11Exception e) {
                if (DriverErrors.code(e) != TokenException.Code.DEVICE_REMOVED) {
                    throw new TokenException(DriverErrors.code(e));
                }
            }
        }
    }

    private Slot slot() {
        return driver.slot(serial);
    }
}
