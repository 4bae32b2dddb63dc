package org.keyway.portal.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.PkiPublications;
import org.keyway.certificate.SealFile;
import org.keyway.document.Documents;
import org.keyway.document.PdfStamps;
import org.keyway.document.Stamp;
import org.keyway.document.StampDraft;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.portal.Wording;
import org.keyway.ukey.StampPaper;
import org.springframework.stereotype.Component;

/** The sheet for a test stamp: {@code templates/pdf/test-stamp.html}, with the seal in its box. */
@Component
class TestStampSheet implements StampPaper {

    static final String CODE = "test-stamp";

    /** Where the template keeps the box for the seal. */
    private static final int LEFT = 122;

    private static final int TOP = 178;

    private final OrderService orders;
    private final Documents documents;
    private final PdfStamps stamps;
    private final PkiPublications pki;
    private final Wording wording;
    private final Clock clock;

    TestStampSheet(
            OrderService orders,
            Documents documents,
            PdfStamps stamps,
            PkiPublications pki,
            Wording wording,
            Clock clock) {
        this.orders = orders;
        this.documents = documents;
        this.stamps = stamps;
        this.pki = pki;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Draft draft(Impression impression) {
        X509Certificate certificate = new IssuedCertificate("", impression.certificate()).x509();
        SealFile seal = seal(impression);
        Order order = orders.find(impression.orderNo());
        byte[] pdf = documents.render(CODE, CaseModel.masked(order, false), facts(impression, certificate, seal));
        StampDraft draft = stamps.draft(
                pdf,
                new Stamp(
                        pki.chainOf(certificate),
                        impression.seal(),
                        seal.picture(),
                        LEFT,
                        TOP,
                        seal.name(),
                        wording.text("dossier.stamp-reason")));
        return new Draft(draft.pdf(), draft.toBeSigned());
    }

    @Override
    public byte[] complete(Draft draft, Impression impression, byte[] signature) {
        X509Certificate certificate = new IssuedCertificate("", impression.certificate()).x509();
        return stamps.complete(
                new StampDraft(draft.pdf(), draft.toBeSigned()),
                pki.chainOf(certificate),
                impression.seal(),
                signature);
    }

    private Map<String, Object> facts(Impression impression, X509Certificate certificate, SealFile seal) {
        return Row.of("keySerial", impression.keySerial())
                .and("keyIndex", impression.keyIndex() + 1)
                .and("certificateSerial", certificate.getSerialNumber().toString(16))
                .and("certificateFrom", wording.date(certificate.getNotBefore().toInstant()))
                .and("certificateTo", wording.date(certificate.getNotAfter().toInstant()))
                .and(
                        "algorithm",
                        wording.text("dossier.algorithm."
                                + certificate.getPublicKey().getAlgorithm()))
                .and("sealName", seal.name())
                .and("sealId", seal.id())
                .and("sealFrom", wording.date(seal.notBefore()))
                .and("sealTo", wording.date(seal.notAfter()))
                .and("stampedAt", wording.time(clock.instant()))
                .asMap();
    }

    private static SealFile seal(Impression impression) {
        try {
            return SealFile.parse(impression.seal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
