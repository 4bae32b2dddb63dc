package org.keyway.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;

/**
 * An electronic seal as read: SESeal, version 4 of GB/T 38540. What it says is not yet believed.
 *
 * @param signers certificates in DER that may use the seal
 * @param picture the picture's bytes, of the type that {@code pictureType} names
 * @param maker certificate of the seal maker
 * @param algorithm object identifier of the signature algorithm
 * @param signed what the maker signed
 */
public record SealFile(
        String id,
        int version,
        String name,
        List<byte[]> signers,
        Instant notBefore,
        Instant notAfter,
        String pictureType,
        byte[] picture,
        X509Certificate maker,
        String algorithm,
        byte[] signed,
        byte[] signature) {

    private static final int MOST = 100_000;

    /** Reads a seal of unknown origin; {@code IOException} for anything that is not one, whatever the bytes. */
    public static SealFile parse(byte[] der) throws IOException {
        if (der == null || der.length > MOST) {
            throw new IOException("not a seal");
        }
        try {
            ASN1Sequence seal = sequence(ASN1Primitive.fromByteArray(der), 4);
            if (!Arrays.equals(seal.getEncoded("DER"), der)) {
                throw new IOException("not DER");
            }
            return read(seal);
        } catch (ParseException | RuntimeException | StackOverflowError e) {
            throw new IOException("not a seal", e);
        }
    }

    private static SealFile read(ASN1Sequence seal) throws IOException, ParseException {
        ASN1Sequence info = sequence(seal.getObjectAt(0), 4);
        ASN1Sequence header = sequence(info.getObjectAt(0), 3);
        ASN1Sequence property = sequence(info.getObjectAt(2), 7);
        ASN1Sequence picture = sequence(info.getObjectAt(3), 4);
        if (!text(header.getObjectAt(0)).equals("ES")) {
            throw new IOException("not a seal");
        }
        List<byte[]> signers = new ArrayList<>();
        for (ASN1Encodable one : ASN1Sequence.getInstance(property.getObjectAt(3))) {
            signers.add(ASN1OctetString.getInstance(one).getOctets());
        }
        return new SealFile(
                text(info.getObjectAt(1)),
                ASN1Integer.getInstance(header.getObjectAt(1)).intValueExact(),
                ASN1UTF8String.getInstance(property.getObjectAt(1)).getString(),
                List.copyOf(signers),
                time(property.getObjectAt(5)),
                time(property.getObjectAt(6)),
                text(picture.getObjectAt(0)),
                ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
                maker(seal.getObjectAt(1)),
                ASN1ObjectIdentifier.getInstance(seal.getObjectAt(2)).getId(),
                new DERSequence(new ASN1Encodable[] {info, seal.getObjectAt(1), seal.getObjectAt(2)}).getEncoded("DER"),
                ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets());
    }

    /** Its key is read at once: Bouncy Castle would only say later that there is none. */
    private static X509Certificate maker(ASN1Encodable value) throws IOException {
        X509Certificate maker =
                Pem.certificate(ASN1OctetString.getInstance(value).getOctets());
        if (maker.getPublicKey() == null) {
            throw new IOException("the maker has no key");
        }
        return maker;
    }

    /** The 13 digits on the lower arc of a drawn seal, which follow from its number. */
    static String code(String id) {
        BigInteger number = new BigInteger(1, id.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return String.format("%013d", number.mod(BigInteger.TEN.pow(13)));
    }

    private static ASN1Sequence sequence(ASN1Encodable value, int size) throws IOException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(value);
        if (sequence.size() != size) {
            throw new IOException("not a seal");
        }
        return sequence;
    }

    private static String text(ASN1Encodable value) {
        return ASN1IA5String.getInstance(value).getString();
    }

    private static Instant time(ASN1Encodable value) throws ParseException {
        return ASN1GeneralizedTime.getInstance(value).getDate().toInstant();
    }
}
