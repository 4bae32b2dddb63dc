package org.keyway.certificate;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 signatures (GB/T 32918.2) of one key, each derived from key and content as in RFC 6979: the same content always
 * gets the same signature, and a weak random source cannot betray the key. One warm signer per thread, on Bouncy
 * Castle's own arithmetic for this curve: the generic one of {@code GMNamedCurves} is four times slower.
 */
public final class Sm2Signing {

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private final BigInteger secret;
    private final ThreadLocal<Warm> signers;

    public Sm2Signing(PrivateKey key) {
        secret = ((ECPrivateKey) key).getS();
        signers = ThreadLocal.withInitial(() -> new Warm(secret));
    }

    /** SEQUENCE of r and s in DER. */
    public byte[] sign(byte[] content) {
        return signers.get().sign(content);
    }

    private static final class Warm {
        private final SM2Signer signer = new SM2Signer();
        private final Derived nonces;

        Warm(BigInteger secret) {
            nonces = new Derived(secret);
            signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(secret, DOMAIN), nonces));
        }

        byte[] sign(byte[] content) {
            nonces.start(content);
            signer.update(content, 0, content.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Bytes from HMAC-SM3 under the key over the content and a counter. */
    private static final class Derived extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final transient HMac mac = new HMac(new SM3Digest());
        private byte[] digest = new byte[32];
        private byte counter;

        Derived(BigInteger secret) {
            mac.init(new KeyParameter(BigIntegers.asUnsignedByteArray(32, secret)));
        }

        void start(byte[] content) {
            SM3Digest hash = new SM3Digest();
            hash.update(content, 0, content.length);
            digest = new byte[32];
            hash.doFinal(digest, 0);
            counter = 0;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] block = new byte[32];
            for (int at = 0; at < bytes.length; at += block.length) {
                mac.update(digest, 0, digest.length);
                mac.update(counter++);
                mac.doFinal(block, 0);
                System.arraycopy(block, 0, bytes, at, Math.min(block.length, bytes.length - at));
            }
            Arrays.fill(block, (byte) 0);
        }
    }
}
