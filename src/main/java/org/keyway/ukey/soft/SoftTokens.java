package org.keyway.ukey.soft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.Tokens;

/** All soft tokens of one folder, one file each; a token is open once at a time, in all processes together. */
public final class SoftTokens implements Tokens {

    private static final String END = ".token";

    private final Path folder;
    private final int iterations;
    private final Function<KeyAlgorithm, Pair> pairs;

    /** {@code iterations}: PBKDF2 rounds for PINs that are set from now on. */
    public SoftTokens(Path folder, int iterations) {
        this(folder, iterations, algorithm -> Arithmetic.of(algorithm).generate());
    }

    SoftTokens(Path folder, int iterations, Function<KeyAlgorithm, Pair> pairs) {
        this.folder = folder;
        this.iterations = iterations;
        this.pairs = pairs;
    }

    @Override
    public void supply(String serial, String model) {
        TokenFile file = file(serial);
        if (Files.notExists(file.path())) {
            file.write(TokenFile.Content.blank(serial, model));
        }
    }

    @Override
    public List<String> present() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .filter(SoftTokens::isSerial)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TokenException(TokenException.Code.IO);
        }
    }

    @Override
    public Token open(String serial) {
        TokenFile file = file(serial);
        if (Files.notExists(file.path())) {
            throw new TokenException(TokenException.Code.DEVICE_REMOVED);
        }
        Plug plug = Plug.in(file.path());
        try {
            return new SoftToken(file, iterations, pairs, plug::out);
        } catch (RuntimeException e) {
            plug.out();
            throw e;
        }
    }

    private TokenFile file(String serial) {
        if (!isSerial(serial)) {
            throw new TokenException(TokenException.Code.DEVICE_REMOVED);
        }
        return new TokenFile(folder.resolve(serial + END));
    }

    private static boolean isSerial(String serial) {
        return serial != null && serial.matches("[A-Z0-9]{1,20}");
    }
}
