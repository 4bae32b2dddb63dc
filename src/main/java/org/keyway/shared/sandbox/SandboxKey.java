package org.keyway.shared.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.springframework.lang.Nullable;

/** The sandbox partner's own RSA-2048 key pair (RFC 8017, SHA-256), made at first start. */
public final class SandboxKey {

    private static final String ALGORITHM = "SHA256withRSA";

    private final RSAPrivateCrtKey secret;
    private final PublicKey open;

    private SandboxKey(RSAPrivateCrtKey secret) throws GeneralSecurityException {
        this.secret = secret;
        this.open = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
    }

    /** The key kept in the file, made when missing; a key of the moment without a file. */
    public static SandboxKey in(@Nullable Path file) {
        try {
            byte[] encoded = file != null && Files.exists(file) ? Files.readAllBytes(file) : fresh();
            if (file != null && Files.notExists(file)) {
                keep(file, encoded);
            }
            return new SandboxKey(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA256withRSA over the body, Base64. */
    public String sign(byte[] body) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the signature is this key's; nonsense is simply not genuine. */
    public boolean isGenuine(byte[] body, String base64) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(open);
            signature.update(body);
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }

    private static void keep(Path file, byte[] encoded) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, encoded);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
