package org.keyway.ukey.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_CRYPTOKI_ALREADY_INITIALIZED;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.StaticLogger;

/** The driver's library, loaded and initialised once per process; slots are looked up anew each time, by serial. */
final class Driver {

    private static final Map<Path, Driver> LOADED = new HashMap<>();
    private static final int LABEL = 32;

    private final PKCS11Module module;

    private Driver(PKCS11Module module) {
        this.module = module;
    }

    /** {@code IO} when the library is not there or does not start. */
    static synchronized Driver load(Path library) {
        return LOADED.computeIfAbsent(library.toAbsolutePath().normalize(), Driver::start);
    }

    private static Driver start(Path library) {
        StaticLogger.setLogger(new DriverLog());
        try {
            PKCS11Module module = PKCS11Module.getInstance(library.toString());
            try {
                module.initialize();
            } catch (PKCS11Exception e) {
                if (e.getErrorCode() != CKR_CRYPTOKI_ALREADY_INITIALIZED) {
                    throw new TokenException(DriverErrors.code(e));
                }
            }
            return new Driver(module);
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new TokenException(Code.IO);
        }
    }

    List<String> serials() {
        List<String> serials = new ArrayList<>();
        for (Slot slot : slots()) {
            serial(slot).filter(serial -> !serial.isEmpty()).ifPresent(serials::add);
        }
        return serials.stream().sorted().toList();
    }

    Slot slot(String serial) {
        for (Slot slot : slots()) {
            if (serial(slot).filter(serial::equals).isPresent()) {
                return slot;
            }
        }
        throw new TokenException(Code.DEVICE_REMOVED);
    }

    /** C_InitToken; all sessions with this token must be closed. */
    void initialize(Slot slot, char[] soPin, String label) throws PKCS11Exception {
        char[] padded = String.format("%-" + LABEL + "s", label).toCharArray();
        try {
            module.getPKCS11Module().C_InitToken(slot.getSlotID(), soPin, padded, true);
        } catch (iaik.pkcs.pkcs11.wrapper.PKCS11Exception e) {
            throw module.convertException(e);
        }
    }

    private Slot[] slots() {
        return DriverErrors.translated(() -> module.getSlotList(true));
    }

    /** Empty when the token was pulled between listing and asking. */
    private static java.util.Optional<String> serial(Slot slot) {
        try {
            return java.util.Optional.of(
                    slot.getToken().getTokenInfo().getSerialNumber().strip());
        } catch (PKCS11Exception pulled) {
            return java.util.Optional.empty();
        }
    }
}
