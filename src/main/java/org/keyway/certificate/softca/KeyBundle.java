package org.keyway.certificate.softca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.keyway.certificate.AtomicFile;
import org.keyway.certificate.Signatures;
import org.keyway.certificate.Vault;

/** Key pairs of the SM2 chain in one locked file: PKCS#12 of the platform does not know their curve. */
final class KeyBundle {

    private static final String PURPOSE = "sm2-chain";

    private final Path file;
    private final byte[] secret;

    KeyBundle(Path file, byte[] secret) {
        this.file = file;
        this.secret = secret.clone();
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(CaKeys keys) {
        try {
            ASN1EncodableVector all = new ASN1EncodableVector();
            for (Signer one : new Signer[] {keys.root(), keys.issuing(), keys.responder(), keys.sealMaker()}) {
                ASN1EncodableVector pair = new ASN1EncodableVector();
                pair.add(new DEROctetString(one.key().getEncoded()));
                pair.add(new DEROctetString(one.certificate().getEncoded()));
                all.add(new DERSequence(pair));
            }
            AtomicFile.write(file, Vault.lock(secret, new DERSequence(all).getEncoded("DER"), PURPOSE));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("key file cannot be written", e);
        }
    }

    CaKeys read() {
        try {
            ASN1Sequence all = ASN1Sequence.getInstance(Vault.open(secret, Files.readAllBytes(file), PURPOSE));
            return new CaKeys(signer(all, 0), signer(all, 1), signer(all, 2), signer(all, 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Signer signer(ASN1Sequence all, int at) {
        ASN1Sequence pair = ASN1Sequence.getInstance(all.getObjectAt(at));
        byte[] key = ASN1OctetString.getInstance(pair.getObjectAt(0)).getOctets();
        byte[] certificate = ASN1OctetString.getInstance(pair.getObjectAt(1)).getOctets();
        try {
            return new Signer(
                    KeyFactory.getInstance("EC", Signatures.provider()).generatePrivate(new PKCS8EncodedKeySpec(key)),
                    (X509Certificate) CertificateFactory.getInstance("X.509", Signatures.provider())
                            .generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
