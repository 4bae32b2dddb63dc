package org.keyway.ukey.soft;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.keyway.ukey.TokenException;

/** SM2 on its recommended curve, SM3 with SM2 under the default identity (GB/T 32918), keys as in GM/T 0009. */
final class Sm2 implements Arithmetic {

    private static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
    private static final byte[] IDENTITY = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Pair generate() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return pair(pair.getPublic(), pair.getPrivate());
    }

    @Override
    public byte[] sign(byte[] privateKey, byte[] content) {
        try {
            SM2Signer signer = new SM2Signer();
            signer.init(true, new ParametersWithID(PrivateKeyFactory.createKey(privateKey), IDENTITY));
            signer.update(content, 0, content.length);
            return signer.generateSignature();
        } catch (CryptoException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Pair open(byte[] privateKey, byte[] envelope) {
        try {
            Sm2Envelope content = Sm2Envelope.parse(envelope);
            byte[] scalar = content.open(PrivateKeyFactory.createKey(privateKey));
            BigInteger d = new BigInteger(1, scalar);
            Arrays.fill(scalar, (byte) 0);
            ECPublicKeyParameters named =
                    new ECPublicKeyParameters(CURVE.getCurve().decodePoint(content.publicPoint()), CURVE);
            ECPrivateKeyParameters inner = new ECPrivateKeyParameters(d, CURVE);
            if (!CURVE.getG().multiply(d).normalize().equals(named.getQ())) {
                throw new TokenException(TokenException.Code.ENVELOPE_INVALID);
            }
            return pair(named, inner);
        } catch (IOException | RuntimeException e) {
            throw new TokenException(TokenException.Code.ENVELOPE_INVALID);
        }
    }

    private static Pair pair(AsymmetricKeyParameter open, AsymmetricKeyParameter secret) {
        try {
            return new Pair(
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open).getEncoded("DER"),
                    PrivateKeyInfoFactory.createPrivateKeyInfo(secret).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
