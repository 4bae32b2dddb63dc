package org.keyway.certificate.softca;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.function.Function;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Sm2Pairs;
import org.keyway.shared.Secrets;

/** Encrypted files under derived secrets: {@code ca.p12} for RSA, {@code sm2.keys} for SM2, one more for each single pair. */
final class FileHome implements KeyHome {

    private final Path folder;
    private final Secrets secrets;

    FileHome(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    @Override
    public CaKeys chain(KeyAlgorithm algorithm, Function<Pairs, CaKeys> maker) {
        if (algorithm == KeyAlgorithm.SM2) {
            KeyBundle bundle = new KeyBundle(folder.resolve("sm2.keys"), secrets.derive("ca-keystore", "sm2"));
            if (!bundle.exists()) {
                bundle.write(maker.apply((name, bits) -> fresh(algorithm, Sm2Pairs.make())));
            }
            return bundle.read();
        }
        RsaChainFile file = new RsaChainFile(folder.resolve("ca.p12"), secrets.derive("ca-keystore", "ca"));
        if (!file.exists()) {
            file.write(maker.apply((name, bits) -> fresh(algorithm, rsa(bits))));
        }
        return file.read();
    }

    @Override
    public Signer single(String name, Function<Pairs, Signer> maker) {
        KeyFile file = new KeyFile(folder.resolve(name + ".p12"), secrets.derive(name, "ca"));
        if (!file.exists()) {
            file.write(name, maker.apply((any, bits) -> fresh(KeyAlgorithm.RSA_2048, rsa(bits))));
        }
        return file.read(name);
    }

    private static Pairs.Fresh fresh(KeyAlgorithm algorithm, KeyPair pair) {
        return new Pairs.Fresh(pair.getPublic(), new PrivatePen(algorithm, pair.getPrivate()));
    }

    private static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
