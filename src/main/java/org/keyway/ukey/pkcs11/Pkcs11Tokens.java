package org.keyway.ukey.pkcs11;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.Tokens;

/**
 * The tokens that one PKCS#11 library reaches. Login belongs to process and token, not to a session, so each token is
 * open once at a time.
 */
public final class Pkcs11Tokens implements Tokens {

    private static final ConcurrentMap<String, Semaphore> PLUGS = new ConcurrentHashMap<>();

    private final Path library;
    private final Path counters;
    private final char[] factorySoPin;

    /**
     * Over a driver that is loaded at first use.
     *
     * @param library the driver's shared library
     * @param counters folder where the tries that are left are kept
     * @param factorySoPin SO PIN of tokens as the maker delivers them; empty when they come uninitialised
     */
    public Pkcs11Tokens(Path library, Path counters, String factorySoPin) {
        this.library = library;
        this.counters = counters;
        this.factorySoPin = factorySoPin.toCharArray();
    }

    @Override
    public void supply(String serial, String model) {
        // hardware is supplied by hand
    }

    @Override
    public List<String> present() {
        return Driver.load(library).serials();
    }

    @Override
    public Token open(String serial) {
        if (serial == null || !serial.matches("[A-Za-z0-9]{1,16}")) {
            throw new TokenException(TokenException.Code.DEVICE_REMOVED);
        }
        Driver driver = Driver.load(library);
        Semaphore plug = PLUGS.computeIfAbsent(serial, any -> new Semaphore(1));
        plug.acquireUninterruptibly();
        try {
            Connection connection = new Connection(driver, serial);
            return new Pkcs11Token(connection, pins(connection, serial), factorySoPin, plug::release);
        } catch (RuntimeException e) {
            plug.release();
            throw e;
        }
    }

    private Pins pins(Connection connection, String serial) {
        return new Pins(
                connection,
                new TryCounter(counters.resolve(serial + ".user")),
                new TryCounter(counters.resolve(serial + ".so")));
    }
}
