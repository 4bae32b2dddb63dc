package org.keyway.ukey.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_MODULUS;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_PUBLIC_EXPONENT;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKG_MGF1_SHA1;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_AES_KEY_WRAP_PAD;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_RSA_PKCS_KEY_PAIR_GEN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_RSA_PKCS_OAEP;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_SHA256_RSA_PKCS;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_SHA_1;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKO_PRIVATE_KEY;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKO_PUBLIC_KEY;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.params.RSA_PKCS_OAEP_PARAMS;

/** RSA-2048 pairs on a token; private keys are sensitive and cannot be extracted. */
record RsaKeys(Session session, Objects objects) {

    private static final int BLOCK = 256;

    void generate(KeyUse use) throws PKCS11Exception {
        objects.clear(use);
        KeyPairTemplate template =
                new KeyPairTemplate(privateTemplate(use), publicTemplate(use).modulusBits(2048));
        session.generateKeyPair(new Mechanism(CKM_RSA_PKCS_KEY_PAIR_GEN), template);
    }

    /** C_UnwrapKey twice: the AES key under the signing pair, the private key under the AES key. */
    void unwrap(KeyUse use, byte[] envelope) throws PKCS11Exception {
        if (envelope.length <= BLOCK) {
            throw new TokenException(Code.ENVELOPE_INVALID);
        }
        long wrapping = session.unwrapKey(
                new Mechanism(CKM_RSA_PKCS_OAEP, new RSA_PKCS_OAEP_PARAMS(CKM_SHA_1, CKG_MGF1_SHA1)),
                privateKey(KeyUse.SIGN),
                Arrays.copyOf(envelope, BLOCK),
                AttributeVector.newAESSecretKey()
                        .token(false)
                        .sensitive(true)
                        .extractable(false)
                        .unwrap(true));
        try {
            objects.clear(use);
            long key = session.unwrapKey(
                    new Mechanism(CKM_AES_KEY_WRAP_PAD),
                    wrapping,
                    Arrays.copyOfRange(envelope, BLOCK, envelope.length),
                    privateTemplate(use));
            AttributeVector numbers = session.getAttrValues(key, CKA_MODULUS, CKA_PUBLIC_EXPONENT);
            session.createObject(
                    publicTemplate(use).modulus(numbers.modulus()).publicExponent(numbers.publicExponent()));
        } finally {
            session.destroyObject(wrapping);
        }
    }

    Optional<byte[]> publicKey(KeyUse use) throws PKCS11Exception {
        Optional<Long> found = objects.find(CKO_PUBLIC_KEY, use);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AttributeVector numbers = session.getAttrValues(found.get(), CKA_MODULUS, CKA_PUBLIC_EXPONENT);
        return Optional.of(encoded(numbers.modulus(), numbers.publicExponent()));
    }

    byte[] sign(KeyUse use, byte[] content) throws PKCS11Exception {
        return session.signSingle(new Mechanism(CKM_SHA256_RSA_PKCS), privateKey(use), content);
    }

    private long privateKey(KeyUse use) throws PKCS11Exception {
        return objects.find(CKO_PRIVATE_KEY, use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
    }

    private static AttributeVector publicTemplate(KeyUse use) {
        return AttributeVector.newRSAPublicKey()
                .token(true)
                .private_(false)
                .verify(true)
                .encrypt(true)
                .publicExponent(BigInteger.valueOf(65537))
                .id(Objects.id(use))
                .label(use.name());
    }

    private static AttributeVector privateTemplate(KeyUse use) {
        return AttributeVector.newRSAPrivateKey()
                .token(true)
                .private_(true)
                .sensitive(true)
                .extractable(false)
                .sign(true)
                .decrypt(use == KeyUse.ENCRYPT)
                .unwrap(true)
                .id(Objects.id(use))
                .label(use.name());
    }

    private static byte[] encoded(BigInteger modulus, BigInteger exponent) {
        try {
            return new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            new RSAPublicKey(modulus, exponent))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
