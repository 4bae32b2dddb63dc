package org.keyway.ukey.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKF_USER_PIN_INITIALIZED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKU_SO;

import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.xipki.pkcs11.wrapper.PKCS11Exception;

/**
 * What is done with the SO PIN. A blank token may have the maker's one: it gives way to ours when the token is put
 * into use and comes back when it is wiped.
 */
record Administration(Connection connection, Pins pins, char[] factorySoPin) {

    private static final String NO_LABEL = "";

    boolean hasUserPin() {
        return connection.info().hasFlagBit(CKF_USER_PIN_INITIALIZED);
    }

    void initialize(String label, char[] soPin, char[] userPin) {
        if (!hasUserPin() && factorySoPin.length > 0) {
            takeOver(soPin);
        }
        pins.asSo(() -> connection.initialize(soPin, label));
        setUserPin(soPin, userPin);
    }

    void setUserPin(char[] soPin, char[] userPin) {
        asSo(soPin, () -> connection.session().initPIN(userPin));
        pins.user().reset();
    }

    void wipe(char[] soPin) {
        pins.asSo(() -> connection.initialize(soPin, NO_LABEL));
        pins.user().reset();
        if (factorySoPin.length > 0) {
            asSo(soPin, () -> connection.session().setPIN(soPin, factorySoPin));
        }
    }

    /** Puts our SO PIN in the place of the maker's, unless that was done before a crash. */
    private void takeOver(char[] soPin) {
        try {
            asSo(factorySoPin, () -> connection.session().setPIN(factorySoPin, soPin));
        } catch (TokenException e) {
            if (e.code() != Code.PIN_INCORRECT) {
                throw e;
            }
        }
    }

    /** Logs in, works, and is logged out whatever came of it. */
    private void asSo(char[] soPin, Pins.Asked work) {
        connection.close();
        pins.asSo(() -> connection.session().login(CKU_SO, soPin));
        try {
            work.run();
        } catch (PKCS11Exception e) {
            throw new TokenException(DriverErrors.code(e));
        } finally {
            connection.close();
        }
    }
}
