package org.keyway.ukey.pkcs11;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.keyway.ukey.Token;

/** SoftHSM 2 (package softhsm2) as the driver of some blank tokens, made before the library is loaded. */
public final class SoftHsm {

    /** The SO PIN that its "factory" sets. */
    public static final String FACTORY_SO_PIN = "factory-so-pin";

    private static final List<String> PLACES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so");
    private static final int TOKENS = 24;
    private static Deque<String> blank;

    private SoftHsm() {}

    /** The library; the test is skipped without it, or fails where CI promised it. */
    public static Path library() {
        Optional<Path> found =
                PLACES.stream().map(Path::of).filter(Files::isReadable).findFirst();
        if (found.isEmpty() && Boolean.getBoolean("keyway.ci")) {
            throw new AssertionError("SoftHSM 2 is not installed");
        }
        Assumptions.assumeTrue(found.isPresent(), "SoftHSM 2 is not installed");
        return found.get();
    }

    /** A blank token nobody has used. */
    public static synchronized String blank(Path counters) {
        if (blank == null) {
            blank = new ArrayDeque<>();
            Path library = library();
            Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            prepare(configuration);
            for (int i = 0; i < TOKENS; i++) {
                makeToken(configuration);
            }
            Pkcs11Tokens tokens = new Pkcs11Tokens(library, counters, FACTORY_SO_PIN);
            for (String serial : tokens.present()) {
                try (Token token = tokens.open(serial)) {
                    token.wipe(FACTORY_SO_PIN.toCharArray());
                }
                blank.add(serial);
            }
        }
        return blank.remove();
    }

    /** An empty token folder with its configuration file. */
    public static void prepare(Path configuration) {
        try {
            Path folder = configuration.getParent();
            if (Files.exists(folder)) {
                try (Stream<Path> former = Files.walk(folder)) {
                    former.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
                }
            }
            Path tokens = Files.createDirectories(folder.resolve("tokens"));
            Files.writeString(
                    configuration,
                    "directories.tokendir = " + tokens.toAbsolutePath()
                            + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more token, by the tool of the package; prints nothing. */
    public static void makeToken(Path configuration) {
        ProcessBuilder tool = new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "factory",
                "--so-pin",
                FACTORY_SO_PIN,
                "--pin",
                "000000");
        tool.environment().put("SOFTHSM2_CONF", configuration.toString());
        try {
            Process run = tool.redirectErrorStream(true).start();
            String said = new String(run.getInputStream().readAllBytes());
            if (run.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
