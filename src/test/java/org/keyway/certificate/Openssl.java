package org.keyway.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The openssl command in a folder; skips the test, visibly, where it is not installed. */
record Openssl(Path folder) {

    static final String DISTID = "distid:1234567812345678";

    static Openssl in(Path folder) {
        Tool.of("openssl", folder);
        return new Openssl(folder);
    }

    String run(String... arguments) throws Exception {
        return new Tool("openssl", folder).run(arguments);
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
