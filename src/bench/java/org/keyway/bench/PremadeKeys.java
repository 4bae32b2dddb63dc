package org.keyway.bench;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyPairGeneratorSpi;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * RSA key pairs that were computed before the clock runs: a real UKey computes its own, only the soft one of the demo
 * takes the server's CPU for it (about 0.1 to 0.3 s per key). When none is left they are computed as ever.
 */
public final class PremadeKeys extends Provider {

    private static final String MAKER = "SunRsaSign";
    private static final Queue<KeyPair> READY = new ConcurrentLinkedQueue<>();

    private PremadeKeys() {
        super("Premade", "1", "RSA key pairs made beforehand");
        put("KeyPairGenerator.RSA", Generator.class.getName());
    }

    static void install() {
        Security.insertProviderAt(new PremadeKeys(), 1);
    }

    static void make(int pairs) {
        for (int pair = 0; pair < pairs; pair++) {
            READY.add(compute(2048));
        }
    }

    static void forget() {
        READY.clear();
    }

    private static KeyPair compute(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", MAKER);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code KeyPairGenerator.getInstance("RSA")} answers while this provider is first. */
    public static final class Generator extends KeyPairGeneratorSpi {

        private int bits = 2048;

        @Override
        public void initialize(int keySize, SecureRandom random) {
            bits = keySize;
        }

        @Override
        public void initialize(AlgorithmParameterSpec parameters, SecureRandom random) {
            bits = ((java.security.spec.RSAKeyGenParameterSpec) parameters).getKeysize();
        }

        @Override
        public KeyPair generateKeyPair() {
            KeyPair ready = bits == 2048 ? READY.poll() : null;
            return ready == null ? compute(bits) : ready;
        }
    }
}
