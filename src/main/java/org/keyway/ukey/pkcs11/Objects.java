package org.keyway.ukey.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_VALUE;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKO_CERTIFICATE;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKO_DATA;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKO_PRIVATE_KEY;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKO_PUBLIC_KEY;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;
import org.keyway.certificate.KeyUse;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** The objects of a token: one pair and one certificate per use, found by CKA_ID, and the seal as CKO_DATA. */
record Objects(Session session) {

    private static final String APPLICATION = "org.keyway";
    private static final String SEAL = "SES_SEAL";

    static byte[] id(KeyUse use) {
        return use.name().getBytes(StandardCharsets.US_ASCII);
    }

    Optional<Long> find(long kind, KeyUse use) throws PKCS11Exception {
        return last(all(kind, use));
    }

    /** CKA_VALUE of the newest certificate of this use. */
    Optional<byte[]> certificate(KeyUse use) throws PKCS11Exception {
        Optional<Long> found = find(CKO_CERTIFICATE, use);
        return found.isPresent() ? Optional.ofNullable(value(found.get())) : Optional.empty();
    }

    void put(KeyUse use, byte[] der) throws PKCS11Exception {
        long[] former = all(CKO_CERTIFICATE, use);
        Certificate certificate = Certificate.getInstance(der);
        try {
            session.createObject(AttributeVector.newX509Certificate()
                    .token(true)
                    .private_(false)
                    .id(id(use))
                    .label(use.name())
                    .subject(certificate.getSubject().getEncoded("DER"))
                    .issuer(certificate.getIssuer().getEncoded("DER"))
                    .serialNumber(certificate.getSerialNumber().getEncoded("DER"))
                    .value(der));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        destroy(former);
    }

    Optional<byte[]> seal() throws PKCS11Exception {
        Optional<Long> found = last(session.findAllObjectsSingle(sealTemplate()));
        return found.isPresent() ? Optional.ofNullable(value(found.get())) : Optional.empty();
    }

    void putSeal(byte[] der) throws PKCS11Exception {
        long[] former = session.findAllObjectsSingle(sealTemplate());
        session.createObject(sealTemplate().token(true).private_(false).value(der));
        destroy(former);
    }

    /** Takes away the pair and the certificate of this use. */
    void clear(KeyUse use) throws PKCS11Exception {
        destroy(all(CKO_CERTIFICATE, use));
        destroy(all(CKO_PUBLIC_KEY, use));
        destroy(all(CKO_PRIVATE_KEY, use));
    }

    private long[] all(long kind, KeyUse use) throws PKCS11Exception {
        return session.findAllObjectsSingle(new AttributeVector().class_(kind).id(id(use)));
    }

    private static AttributeVector sealTemplate() {
        return new AttributeVector().class_(CKO_DATA).application(APPLICATION).label(SEAL);
    }

    private byte[] value(long handle) throws PKCS11Exception {
        return session.getAttrValues(handle, CKA_VALUE).value();
    }

    private void destroy(long... handles) throws PKCS11Exception {
        for (long handle : handles) {
            session.destroyObject(handle);
        }
    }

    private static Optional<Long> last(long... handles) {
        return handles.length == 0 ? Optional.empty() : Optional.of(handles[handles.length - 1]);
    }
}
