package org.keyway.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A detached CMS signature (RFC 5652) as PAdES wants it: the signer's certificate is signed along, no signing time, so
 * that the same content and certificate always give the same bytes to be signed. RSA with SHA-256, or SM2 with SM3.
 */
final class Cms {

    /** Our arc for the electronic seal (SESeal of GB/T 38540 in DER) that a signature vouches for. */
    static final ASN1ObjectIdentifier SEAL =
            new ASN1ObjectIdentifier("2.25.226135203116574190312765420951880234971.2.1");

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final List<X509Certificate> chain;
    private final byte[] seal;

    /** Signatures of the first certificate of the chain; {@code seal} is signed along unless it is empty. */
    Cms(List<X509Certificate> chain, byte[] seal) {
        this.chain = List.copyOf(chain);
        this.seal = seal.clone();
    }

    static byte[] over(byte[] content, SealKey key) throws IOException {
        Cms cms = new Cms(key.chain(), new byte[0]);
        return cms.signed(content, key.sign(cms.toBeSigned(content)));
    }

    /** What the key has to sign: the signed attributes in DER. */
    byte[] toBeSigned(byte[] content) throws IOException {
        Pen pen = new Pen(chain.get(0), new byte[64]);
        generate(content, pen);
        return pen.written().toByteArray();
    }

    /** The whole structure around a signature over {@link #toBeSigned}. */
    byte[] signed(byte[] content, byte[] signature) throws IOException {
        return generate(content, new Pen(chain.get(0), signature));
    }

    private byte[] generate(byte[] content, Pen pen) throws IOException {
        try {
            var attributes = new DefaultSignedAttributeTableGenerator(signedAlong());
            var digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(PROVIDER)
                    .build();
            var signer = new SignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(parameters -> withoutTime(attributes.getAttributes(parameters)))
                    .build(pen, new JcaX509CertificateHolder(chain.get(0)));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("document cannot be sealed", e);
        }
    }

    private AttributeTable signedAlong() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain.get(0).getEncoded());
        Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
        attributes.put(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
        if (seal.length > 0) {
            attributes.put(SEAL, new Attribute(SEAL, new DERSet(new DEROctetString(seal))));
        }
        return new AttributeTable(attributes);
    }

    private static AttributeTable withoutTime(AttributeTable attributes) {
        return attributes.remove(CMSAttributes.signingTime);
    }

    /** Lets Bouncy Castle write down what a key that it never sees has signed or will sign. */
    private record Pen(X509Certificate certificate, byte[] signature, ByteArrayOutputStream written)
            implements ContentSigner {

        Pen(X509Certificate certificate, byte[] signature) {
            this(certificate, signature, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            boolean rsa = certificate.getPublicKey().getAlgorithm().equals("RSA");
            return new DefaultSignatureAlgorithmIdentifierFinder().find(rsa ? "SHA256WITHRSA" : "SM3WITHSM2");
        }

        @Override
        public OutputStream getOutputStream() {
            return written;
        }

        @Override
        public byte[] getSignature() {
            return signature;
        }
    }
}
