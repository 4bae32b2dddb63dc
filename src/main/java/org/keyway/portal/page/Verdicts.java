package org.keyway.portal.page;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.Signatories;
import org.keyway.document.PdfSeals;
import org.keyway.document.SealMark;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Whether a file or a certificate is what it seems; tells strangers nothing beyond the name in the certificate. */
@Component
class Verdicts {

    /** What is true of a file: {@code outcome} is VALID, CHANGED or UNKNOWN; the rest is empty unless VALID. */
    record FileVerdict(String outcome, String text, String signer, String at, CertificateVerdict certificate) {}

    /** What is true of a certificate. */
    record CertificateVerdict(
            String serial, boolean good, String stateText, String holder, String useText, String from, String to) {}

    private final PdfSeals seals;
    private final Signatories signatories;
    private final Wording wording;
    private final Clock clock;

    Verdicts(PdfSeals seals, Signatories signatories, Wording wording, Clock clock) {
        this.seals = seals;
        this.signatories = signatories;
        this.wording = wording;
        this.clock = clock;
    }

    FileVerdict of(byte[] file) {
        List<SealMark> marks = seals.read(file);
        return marks.stream()
                .filter(SealMark::intact)
                .flatMap(mark -> valid(mark).stream())
                .findFirst()
                .orElseGet(() ->
                        marks.stream().anyMatch(mark -> !mark.intact()) ? invalid("CHANGED") : invalid("UNKNOWN"));
    }

    /** The certificate under a number as people type it: with colons, spaces or capitals. */
    Optional<CertificateVerdict> ofSerial(String typed) {
        String serial = typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT).replaceFirst("^(0x)?0*", "");
        return serial.matches("[0-9a-f]{1,40}") ? signatories.find(serial).map(this::certificate) : Optional.empty();
    }

    private Optional<FileVerdict> valid(SealMark mark) {
        String at = wording.time(mark.at());
        X509Certificate signer = mark.signer();
        if (signatories.isHouse(signer)) {
            CertificateVerdict house = house(signer);
            return Optional.of(new FileVerdict("VALID", wording.text("verify.file.HOUSE"), house.holder(), at, house));
        }
        return signatories.holder(signer).map(this::certificate).map(certificate -> {
            String text = wording.text(certificate.good() ? "verify.file.HOLDER" : "verify.file.HOLDER-ENDED");
            return new FileVerdict("VALID", text, certificate.holder(), at, certificate);
        });
    }

    private FileVerdict invalid(String outcome) {
        return new FileVerdict(outcome, wording.text("verify.file." + outcome), "", "", null);
    }

    private CertificateVerdict house(X509Certificate certificate) {
        Instant to = certificate.getNotAfter().toInstant();
        CertificateState state = to.isBefore(clock.instant()) ? CertificateState.EXPIRED : CertificateState.ACTIVE;
        return new CertificateVerdict(
                certificate.getSerialNumber().toString(16),
                state == CertificateState.ACTIVE,
                wording.text("certificate.state." + state),
                KeyViews.holder(certificate.getSubjectX500Principal().getName()),
                wording.text("verify.use.HOUSE"),
                wording.date(certificate.getNotBefore().toInstant()),
                wording.date(to));
    }

    private CertificateVerdict certificate(CertificateView view) {
        boolean expired =
                view.notAfter().isBefore(clock.instant()) && view.state().isOpen();
        CertificateState state = expired ? CertificateState.EXPIRED : view.state();
        return new CertificateVerdict(
                view.serial(),
                state == CertificateState.ACTIVE,
                wording.text("certificate.state." + state),
                KeyViews.holder(view.subject()),
                wording.text("certificate.use." + view.use()),
                wording.date(view.notBefore()),
                wording.date(view.notAfter()));
    }
}
