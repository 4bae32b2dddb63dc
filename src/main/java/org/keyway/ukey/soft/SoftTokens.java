package org.keyway.ukey.soft;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenProperties;
import org.keyway.ukey.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All soft tokens of {@code data-dir/tokens}, one file each; a token is open once at a time. */
@Component("softTokens")
class SoftTokens implements Tokens {

    private final Path folder;
    private final int iterations;
    private final Supplier<KeyPair> pairs;
    private final ConcurrentMap<String, Semaphore> plugs = new ConcurrentHashMap<>();

    @Autowired
    SoftTokens(KeywayProperties properties, TokenProperties settings) {
        this(properties, settings, Rsa::generate);
    }

    SoftTokens(KeywayProperties properties, TokenProperties settings, Supplier<KeyPair> pairs) {
        this.pairs = pairs;
        folder = properties.dataDir().resolve("tokens");
        iterations = settings.iterations();
    }

    @Override
    public void supply(String serial, String model) {
        TokenFile file = file(serial);
        if (Files.notExists(file.path())) {
            file.write(TokenFile.Content.blank(serial, model));
        }
    }

    @Override
    public Token open(String serial) {
        TokenFile file = file(serial);
        if (Files.notExists(file.path())) {
            throw new TokenException(TokenException.Code.DEVICE_REMOVED);
        }
        Semaphore plug = plugs.computeIfAbsent(serial, any -> new Semaphore(1));
        plug.acquireUninterruptibly();
        try {
            return new SoftToken(file, iterations, pairs, plug::release);
        } catch (RuntimeException e) {
            plug.release();
            throw e;
        }
    }

    private TokenFile file(String serial) {
        if (serial == null || !serial.matches("[A-Z0-9]{1,20}")) {
            throw new TokenException(TokenException.Code.DEVICE_REMOVED);
        }
        return new TokenFile(folder.resolve(serial + ".token"));
    }
}
