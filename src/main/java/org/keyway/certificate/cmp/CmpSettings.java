package org.keyway.certificate.cmp;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.keyway.certificate.KeyAlgorithm;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the CA.
 *
 * @param url where CMP messages are posted; https except on loopback
 * @param sender our name as registration authority, e.g. {@code CN=Keyway RA,C=CN}
 * @param recipient name of the CA
 * @param reference reference number under which the CA knows the secret (senderKID)
 * @param secret shared secret that protects the messages, 16 characters or more
 * @param timeout for one answer
 * @param chains by algorithm, a PEM file with the issuing CA first and the root last
 */
@ConfigurationProperties("keyway.certificate.cmp")
record CmpSettings(
        boolean enabled,
        URI url,
        String sender,
        String recipient,
        String reference,
        String secret,
        @DefaultValue("20s") Duration timeout,
        Map<KeyAlgorithm, Path> chains) {

    CmpSettings {
        if (enabled) {
            boolean loopback = url != null && ("127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost()));
            require(url != null && ("https".equals(url.getScheme()) || loopback), "url (https)");
            require(sender != null && !sender.isBlank(), "sender");
            require(recipient != null && !recipient.isBlank(), "recipient");
            require(reference != null && !reference.isBlank(), "reference");
            require(secret != null && secret.length() >= 16, "secret (16 characters or more)");
            require(chains != null && chains.containsKey(KeyAlgorithm.RSA_2048), "chains.rsa-2048");
        }
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("keyway.certificate.cmp." + name);
        }
    }

    /** The secret belongs into no log. */
    @Override
    public String toString() {
        return "CmpSettings[" + url + "]";
    }
}
