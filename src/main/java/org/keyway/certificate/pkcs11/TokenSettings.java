package org.keyway.certificate.pkcs11;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The token for the RSA keys of the built-in CA.
 *
 * @param library the driver's shared library
 * @param serial serial number of an initialised token; slots change, it does not
 * @param pin user PIN
 */
@ConfigurationProperties("keyway.certificate.token")
record TokenSettings(boolean enabled, Path library, String serial, String pin) {

    TokenSettings {
        if (enabled) {
            require(library != null, "library");
            require(serial != null && !serial.isBlank(), "serial");
            require(pin != null && pin.length() >= 4, "pin (4 characters or more)");
        }
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("keyway.certificate.token." + name);
        }
    }

    /** The PIN belongs into no log. */
    @Override
    public String toString() {
        return "TokenSettings[" + library + ", " + serial + "]";
    }
}
