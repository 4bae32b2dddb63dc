package org.keyway.ukey.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.keyway.certificate.AtomicFile;

/**
 * Which browsers may talk to this agent: whoever once typed the six digits that its window shows holds a pass. Five
 * wrong codes, or one right one, and the window shows another. Passes are kept as hashes.
 */
final class Pairing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRIES = 5;

    private final Path file;
    private final Consumer<String> window;
    private final Set<String> passes;
    private String code;
    private int tries;

    Pairing(Path home, Consumer<String> window) {
        this.file = home.resolve("pairings");
        this.window = window;
        this.passes = read(file);
        renew();
    }

    /** The pass for the right code. */
    synchronized String pair(String given) {
        if (!MessageDigest.isEqual(bytes(code), bytes(given == null ? "" : given.strip()))) {
            tries++;
            if (tries == TRIES) {
                renew();
            }
            throw AgentProblem.of("code", "agent.pairing.wrong");
        }
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String pass = HexFormat.of().formatHex(random);
        passes.add(hash(pass));
        AtomicFile.write(file, bytes(String.join("\n", passes)));
        renew();
        return pass;
    }

    synchronized boolean knows(String pass) {
        return pass != null && passes.contains(hash(pass));
    }

    private void renew() {
        tries = 0;
        code = String.format("%06d", RANDOM.nextInt(1_000_000));
        window.accept(code);
    }

    private static Set<String> read(Path file) {
        try {
            return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : new HashSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String pass) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(pass)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
