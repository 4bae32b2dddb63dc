package org.keyway.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Finds signatures in a file without trusting its structure: each long hexadecimal string that is a CMS signature must
 * cover all bytes around it, whatever the file itself claims. So nothing outside a good signature can differ.
 */
final class SealReader {

    private static final int MOST = 10;
    private static final Pattern BLOB = Pattern.compile("<(30[0-9A-Fa-f]{1000,200000}+)>");
    private static final Pattern CLAIM =
            Pattern.compile("/(?:ByteRange|ETSI\\.CAdES\\.detached|adbe\\.pkcs7\\.detached)\\b");
    private static final Pattern TIME = Pattern.compile("/M\\s{0,3}\\(D:(\\d{14})([+-]\\d\\d)'(\\d\\d)'?\\)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssXXX");

    private final byte[] file;
    private final String text;

    SealReader(byte[] file) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
    }

    List<SealMark> marks() {
        List<SealMark> marks = new ArrayList<>();
        Matcher blob = BLOB.matcher(text);
        while (blob.find() && marks.size() < MOST) {
            marks.add(mark(HexFormat.of().parseHex(even(blob.group(1))), blob.start(), blob.end()));
        }
        if (marks.isEmpty() && CLAIM.matcher(text).find()) {
            marks.add(damaged());
        }
        return marks;
    }

    private SealMark mark(byte[] blob, int start, int end) {
        try {
            byte[] der = padded(blob);
            byte[] rest = new byte[file.length - (end - start)];
            System.arraycopy(file, 0, rest, 0, start);
            System.arraycopy(file, end, rest, start, file.length - end);
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(rest), der);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return damaged();
            }
            return mark(signed, signers.iterator().next());
        } catch (CMSException | IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            return damaged();
        }
    }

    private SealMark mark(CMSSignedData signed, SignerInformation signer) throws GeneralSecurityException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = signed.getCertificates().getMatches(signer.getSID());
        if (found.isEmpty()) {
            return damaged();
        }
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(found.iterator().next());
        return new SealMark(certificate, isGenuine(signer, certificate), at());
    }

    private static boolean isGenuine(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSignedAttributes() != null
                    && signer.getUnsignedAttributes() == null
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    /** The CMS structure itself; what follows it may only be zeros. */
    private static byte[] padded(byte[] blob) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(blob), blob.length)) {
            byte[] der = ContentInfo.getInstance(in.readObject()).getEncoded("DER");
            for (byte each : in.readAllBytes()) {
                if (each != 0) {
                    throw new IOException("something follows the signature");
                }
            }
            return der;
        }
    }

    /** The time that stands next to the signature, itself signed when the mark is intact. */
    private Instant at() {
        Matcher time = TIME.matcher(text);
        Instant last = null;
        while (time.find()) {
            try {
                last = OffsetDateTime.parse(time.group(1) + time.group(2) + ":" + time.group(3), STAMP)
                        .toInstant();
            } catch (DateTimeException e) {
                last = null;
            }
        }
        return last;
    }

    private static SealMark damaged() {
        return new SealMark(null, false, null);
    }

    private static String even(String hex) {
        return hex.length() % 2 == 0 ? hex : hex + "0";
    }
}
