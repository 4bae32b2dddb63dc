package org.keyway.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
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
        String[] arguments = new String[more.length + 3];
        arguments[0] = "--server.port=" + port;
        arguments[1] = "--keyway.public-url=http://localhost:" + port;
        arguments[2] = "--keyway.data-dir=" + folder;
        System.arraycopy(more, 0, arguments, 3, more.length);
        context = new SpringApplication(KeywayApplication.class, Outsiders.class, SandboxRequests.class).run(arguments);
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
