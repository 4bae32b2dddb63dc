package org.keyway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keyway.KeywayApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One running Keyway in the demo profile on a free port, with H2 in memory and a data folder of its own; every test that
 * extends this shares it. What it logs is kept, so that tests can search it.
 */
@SpringBootTest(classes = KeywayApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("demo")
@ExtendWith(LogKeeper.class)
public abstract class RunningKeyway {

    protected static final int PORT = freePort();
    protected static final String ADDRESS = "http://localhost:" + PORT;
    /** Where pages look for the key agent. */
    protected static final int AGENT_PORT = freePort();

    protected static final Path DATA = dataFolder();

    protected final Keyway keyway = new Keyway(ADDRESS);

    @DynamicPropertySource
    static void place(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("keyway.public-url", () -> ADDRESS);
        settings.add("keyway.agent-url", () -> "http://127.0.0.1:" + AGENT_PORT);
        settings.add("keyway.data-dir", DATA::toString);
        settings.add("spring.datasource.url", () -> "jdbc:h2:mem:acceptance;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    }

    /** A partner of the sandbox answers from now on in this mode. */
    final void partner(String name, String mode) {
        keyway.as("admin")
                .post("/sandbox/partners/" + name, Map.of("mode", mode))
                .expect(200, 204);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path dataFolder() {
        try {
            return Files.createTempDirectory("keyway-acceptance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
