package org.keyway.certificate.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_MODULUS;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_PUBLIC_EXPONENT;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_RSA_PKCS_KEY_PAIR_GEN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_SHA256_RSA_PKCS;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.KeyToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** One session with one token, one call at a time; a session that has died is opened once more before giving up. */
final class Pkcs11KeyToken implements KeyToken {

    private static final Logger LOG = LoggerFactory.getLogger(Pkcs11KeyToken.class);
    private static final String PREFIX = "keyway-ca-";

    /** What is done in a session. */
    private interface Work<T> {
        T in(Session session) throws PKCS11Exception;
    }

    private final Login login;
    private final Map<String, Long> privateKeys = new HashMap<>();
    private Session session;

    Pkcs11KeyToken(TokenSettings settings) {
        login = new Login(settings);
    }

    @Override
    public byte[] pair(String name, int bits) {
        return done(open -> {
            Optional<Long> found = find(open, AttributeVector.newRSAPublicKey().label(PREFIX + name));
            if (found.isEmpty()) {
                open.generateKeyPair(new Mechanism(CKM_RSA_PKCS_KEY_PAIR_GEN), template(PREFIX + name, bits));
                found = find(open, AttributeVector.newRSAPublicKey().label(PREFIX + name));
                LOG.info(
                        "Made key {}{} in token {}",
                        PREFIX,
                        name,
                        login.settings().serial());
            }
            AttributeVector numbers = open.getAttrValues(found.orElseThrow(), CKA_MODULUS, CKA_PUBLIC_EXPONENT);
            return encoded(numbers.modulus(), numbers.publicExponent());
        });
    }

    @Override
    public byte[] sign(String name, byte[] content) {
        return done(open -> open.signSingle(new Mechanism(CKM_SHA256_RSA_PKCS), privateKey(open, name), content));
    }

    private long privateKey(Session open, String name) throws PKCS11Exception {
        Long known = privateKeys.get(name);
        if (known == null) {
            known = find(open, AttributeVector.newRSAPrivateKey().label(PREFIX + name))
                    .orElseThrow(() -> new AuthorityFailure("sign", "token has no key " + PREFIX + name));
            privateKeys.put(name, known);
        }
        return known;
    }

    private synchronized <T> T done(Work<T> work) {
        try {
            if (session != null) {
                try {
                    return work.in(session);
                } catch (PKCS11Exception e) {
                    LOG.warn("Token {}: {}, opened again", login.settings().serial(), e.getErrorName());
                    leave();
                }
            }
            session = login.open();
            return work.in(session);
        } catch (PKCS11Exception e) {
            leave();
            throw new AuthorityFailure("token", e.getErrorName());
        }
    }

    private void leave() {
        Session former = session;
        session = null;
        privateKeys.clear();
        if (former != null) {
            try {
                former.closeSession();
            } catch (PKCS11Exception gone) {
                LOG.debug("Session had ended: {}", gone.getErrorName());
            }
        }
    }

    private static Optional<Long> find(Session open, AttributeVector wanted) throws PKCS11Exception {
        long[] found = open.findAllObjectsSingle(wanted);
        return found.length == 0 ? Optional.empty() : Optional.of(found[0]);
    }

    private static KeyPairTemplate template(String label, int bits) {
        byte[] id = label.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return new KeyPairTemplate(
                AttributeVector.newRSAPrivateKey()
                        .token(true)
                        .private_(true)
                        .sensitive(true)
                        .extractable(false)
                        .sign(true)
                        .id(id)
                        .label(label),
                AttributeVector.newRSAPublicKey()
                        .token(true)
                        .private_(false)
                        .verify(true)
                        .publicExponent(BigInteger.valueOf(65537))
                        .modulusBits(bits)
                        .id(id)
                        .label(label));
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
