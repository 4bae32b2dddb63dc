package org.keyway.certificate.softca;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.keyway.certificate.CertificateProfiles;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyToken;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The CA's keys, made at first start: RSA in a token when there is one, otherwise in encrypted files; SM2 always in a
 * file. Where they were made they stay: another setting later stops the start.
 */
@Component
class CaKeystore {

    private static final Logger LOG = LoggerFactory.getLogger(CaKeystore.class);

    private final Map<KeyAlgorithm, CaKeys> chains = new EnumMap<>(KeyAlgorithm.class);
    private final KeyHome home;
    private final Function<KeyAlgorithm, OwnCertificates> certificates;

    CaKeystore(
            KeywayProperties properties,
            Secrets secrets,
            CertificateProfiles profiles,
            Clock clock,
            ObjectProvider<KeyToken> token) {
        certificates = algorithm -> new OwnCertificates(
                profiles.names(algorithm), new Addresses(properties.publicUrl(), algorithm), clock.instant());
        home = home(properties.dataDir().resolve("ca"), secrets, token.getIfAvailable());
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            chains.put(
                    algorithm,
                    home.chain(algorithm, pairs -> certificates.apply(algorithm).make(pairs)));
        }
    }

    CaKeys keys(KeyAlgorithm algorithm) {
        return chains.get(algorithm);
    }

    /** The key that seals documents, certified by the RSA chain at first start. */
    Signer documentSealer(String name) {
        Signer issuing = keys(KeyAlgorithm.RSA_2048).issuing();
        return home.single(
                name, pairs -> certificates.apply(KeyAlgorithm.RSA_2048).documentSealer(pairs, name, issuing));
    }

    private static KeyHome home(Path folder, Secrets secrets, KeyToken token) {
        FileHome files = new FileHome(folder, secrets);
        if (token == null) {
            refuse(folder, "token-chain.certs", "are in a token: set keyway.certificate.token");
            return files;
        }
        refuse(folder, "ca.p12", "are in ca.p12 and cannot move: unset keyway.certificate.token");
        LOG.warn(
                "RSA keys of the CA are in the token; PKCS#11 has no SM2, the SM2 keys stay in the encrypted file {}",
                folder.resolve("sm2.keys"));
        return new TokenHome(folder, token, files);
    }

    private static void refuse(Path folder, String file, String advice) {
        if (Files.exists(folder.resolve(file))) {
            throw new IllegalStateException("RSA keys of this CA " + advice);
        }
    }
}
