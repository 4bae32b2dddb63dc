package org.keyway.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/** SESeal, version 4 of GB/T 38540: header, property, picture; signed together with certificate and algorithm. */
record SealStructure(SealMaker maker) {

    /** Type 1 is the seal of an organisation, certificate list type 1 a list of whole certificates. */
    private static final int ORGANIZATION = 1;

    private static final int CERTIFICATES = 1;
    private static final int MILLIMETRES = 42;

    byte[] der(String id, SealRequest request, byte[] png, Instant from, Instant to) {
        ASN1Encodable info = sequence(
                sequence(new DERIA5String("ES"), new ASN1Integer(4), new DERIA5String("KEYWAY")),
                new DERIA5String(id),
                sequence(
                        new ASN1Integer(ORGANIZATION),
                        new DERUTF8String(request.name()),
                        new ASN1Integer(CERTIFICATES),
                        sequence(new DEROctetString(request.signerCertificate())),
                        new DERGeneralizedTime(Date.from(from)),
                        new DERGeneralizedTime(Date.from(from)),
                        new DERGeneralizedTime(Date.from(to))),
                sequence(
                        new DERIA5String("PNG"),
                        new DEROctetString(png),
                        new ASN1Integer(MILLIMETRES),
                        new ASN1Integer(MILLIMETRES)));
        KeyAlgorithm kind = Signatures.algorithmOf(
                        Pem.certificate(request.signerCertificate()).getPublicKey())
                .orElseThrow();
        ASN1Encodable certificate = new DEROctetString(maker.certificate(kind));
        ASN1Encodable algorithm = Signatures.identifier(kind).getAlgorithm();
        byte[] signature = maker.sign(kind, bytes(sequence(info, certificate, algorithm)));
        return bytes(sequence(info, certificate, algorithm, new DERBitString(signature)));
    }

    private static ASN1Sequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static byte[] bytes(ASN1Sequence sequence) {
        try {
            return sequence.getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
