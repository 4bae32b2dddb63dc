package org.keyway.ukey.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKF_SO_PIN_FINAL_TRY;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKF_SO_PIN_LOCKED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKF_USER_PIN_FINAL_TRY;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKF_USER_PIN_LOCKED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_PIN_INCORRECT;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_PIN_LOCKED;

import org.keyway.ukey.PinRule;
import org.keyway.ukey.TokenException;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.TokenInfo;

/** Shows PINs to a token: our counter pays first, the token's own flags count as well when it has any. */
record Pins(Connection connection, TryCounter user, TryCounter so) {

    /** Something that the token does only for the right PIN. */
    interface Asked {
        void run() throws PKCS11Exception;
    }

    void asUser(Asked asked) {
        ask(user, asked);
    }

    void asSo(Asked asked) {
        ask(so, asked);
    }

    int userTries() {
        return left(user, CKF_USER_PIN_LOCKED, CKF_USER_PIN_FINAL_TRY);
    }

    int soTries() {
        return left(so, CKF_SO_PIN_LOCKED, CKF_SO_PIN_FINAL_TRY);
    }

    private int left(TryCounter counter, long locked, long finalTry) {
        TokenInfo info = connection.info();
        if (info.hasFlagBit(locked)) {
            return 0;
        }
        return info.hasFlagBit(finalTry) ? Math.min(1, counter.left()) : counter.left();
    }

    private static void ask(TryCounter counter, Asked asked) {
        int left = counter.pay();
        try {
            asked.run();
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() == CKR_PIN_LOCKED) {
                counter.exhaust();
                throw PinRule.wrong(0);
            }
            if (e.getErrorCode() == CKR_PIN_INCORRECT) {
                throw PinRule.wrong(left);
            }
            throw new TokenException(DriverErrors.code(e));
        }
        counter.reset();
    }
}
