package org.keyway.ukey.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_DEVICE_MEMORY;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_DEVICE_REMOVED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_KEY_HANDLE_INVALID;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_MECHANISM_INVALID;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_PIN_INCORRECT;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_PIN_INVALID;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_PIN_LEN_RANGE;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_PIN_LOCKED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_PIN_TOO_WEAK;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_SESSION_HANDLE_INVALID;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_SLOT_ID_INVALID;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_TOKEN_NOT_PRESENT;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_TOKEN_RESOURCE_EXCEEDED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_USER_NOT_LOGGED_IN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_USER_PIN_NOT_INITIALIZED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_WRAPPED_KEY_INVALID;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_WRAPPED_KEY_LEN_RANGE;

import java.util.Map;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.xipki.pkcs11.wrapper.PKCS11Exception;

/** The error table: what a CKR_* return value means in the words of the house. */
final class DriverErrors {

    /** A call to the driver. */
    interface Call<T> {
        T run() throws PKCS11Exception;
    }

    private static final Map<Long, Code> TABLE = Map.ofEntries(
            Map.entry(CKR_DEVICE_REMOVED, Code.DEVICE_REMOVED),
            Map.entry(CKR_TOKEN_NOT_PRESENT, Code.DEVICE_REMOVED),
            Map.entry(CKR_SLOT_ID_INVALID, Code.DEVICE_REMOVED),
            Map.entry(CKR_SESSION_HANDLE_INVALID, Code.DEVICE_REMOVED),
            Map.entry(CKR_USER_PIN_NOT_INITIALIZED, Code.NOT_INITIALIZED),
            Map.entry(CKR_PIN_INCORRECT, Code.PIN_INCORRECT),
            Map.entry(CKR_PIN_LOCKED, Code.PIN_LOCKED),
            Map.entry(CKR_PIN_INVALID, Code.PIN_INVALID),
            Map.entry(CKR_PIN_LEN_RANGE, Code.PIN_INVALID),
            Map.entry(CKR_PIN_TOO_WEAK, Code.PIN_INVALID),
            Map.entry(CKR_USER_NOT_LOGGED_IN, Code.NOT_LOGGED_IN),
            Map.entry(CKR_KEY_HANDLE_INVALID, Code.KEY_NOT_FOUND),
            Map.entry(CKR_MECHANISM_INVALID, Code.ALGORITHM_UNSUPPORTED),
            Map.entry(CKR_WRAPPED_KEY_INVALID, Code.ENVELOPE_INVALID),
            Map.entry(CKR_WRAPPED_KEY_LEN_RANGE, Code.ENVELOPE_INVALID),
            Map.entry(CKR_DEVICE_MEMORY, Code.NO_SPACE),
            Map.entry(CKR_TOKEN_RESOURCE_EXCEEDED, Code.NO_SPACE));

    private DriverErrors() {}

    static <T> T translated(Call<T> call) {
        try {
            return call.run();
        } catch (PKCS11Exception e) {
            throw new TokenException(code(e));
        }
    }

    static Code code(PKCS11Exception failure) {
        return TABLE.getOrDefault(failure.getErrorCode(), Code.IO);
    }
}
