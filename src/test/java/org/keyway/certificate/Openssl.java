package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The openssl command in a folder; skips the test, visibly, where it is not installed. */
record Openssl(Path folder) {

    static final String DISTID = "distid:1234567812345678";

    static Openssl in(Path folder) {
        try {
            new ProcessBuilder("openssl", "version").start().waitFor();
        } catch (IOException e) {
            if (Boolean.getBoolean("keyway.ci")) {
                fail("openssl is missing, and -Dkeyway.ci=true forbids skipping");
            }
            abort("openssl is not installed");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Openssl(folder);
    }

    String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** Whether openssl accepts the SM2 signature over the content with the public key of this certificate. */
    String verifiesSm2(String certificate, byte[] content, byte[] signature) throws Exception {
        Files.write(folder.resolve("content.bin"), content);
        Files.write(folder.resolve("signature.bin"), signature);
        Files.writeString(folder.resolve("key.pem"), run("x509", "-in", certificate, "-noout", "-pubkey"));
        return run(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "key.pem",
                "-rawin",
                "-digest",
                "sm3",
                "-pkeyopt",
                DISTID,
                "-in",
                "content.bin",
                "-sigfile",
                "signature.bin");
    }

    void pem(String name, String label, byte[] der) throws IOException {
        Files.writeString(folder.resolve(name), Pem.text(label, der));
    }
}
