package org.keyway.certificate.softca;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Amazon Corretto Crypto Provider where its native library runs (Linux on x86-64): RSA three times as fast. */
final class FastRsa {

    private static final Logger LOG = LoggerFactory.getLogger(FastRsa.class);
    private static final Optional<Provider> PROVIDER = find();

    private FastRsa() {}

    static Optional<Provider> provider() {
        return PROVIDER;
    }

    /** The same key, held by the fast provider; as it is when that is not there, or when the key cannot leave. */
    static PrivateKey fit(PrivateKey key) {
        if (PROVIDER.isEmpty() || key.getEncoded() == null) {
            return key;
        }
        try {
            return KeyFactory.getInstance("RSA", PROVIDER.get())
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Provider> find() {
        try {
            Class<?> type = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            Object fault = type.getMethod("getLoadingError").invoke(provider);
            return fault == null ? Optional.of(provider) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.info("No fast RSA here, the platform's is used: {}", e.toString());
            return Optional.empty();
        }
    }
}
