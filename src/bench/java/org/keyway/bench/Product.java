package org.keyway.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyway.KeywayApplication;
import org.keyway.acceptance.Keyway;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product as shipped, in this JVM: demo profile, H2 file, HTTP on loopback; only {@link Outsiders} are timed. */
final class Product implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Keyway keyway;

    Product(Path folder, String... more) {
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=" + port);
        arguments.add("--keyway.public-url=http://localhost:" + port);
        arguments.add("--keyway.data-dir=" + folder);
        arguments.add("--spring.datasource.url=" + FullHouse.url(folder.resolve("keyway"), true));
        context = new SpringApplication(KeywayApplication.class, Outsiders.class, SandboxRequests.class)
                .run(arguments.toArray(String[]::new));
        keyway = new Keyway("http://localhost:" + port);
    }

    Keyway keyway() {
        return keyway;
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
