package org.keyway.portal.page;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.SealVerifier;
import org.keyway.certificate.Signatories;
import org.keyway.document.PdfSeals;
import org.keyway.document.SealMark;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Whether a file or a certificate is what it seems; tells strangers nothing beyond the name in the certificate. */
@Component
class Verdicts {

    /** One thing that was checked. */
    record Reason(boolean holds, String text) {}

    /** What is true of a file: {@code outcome} is VALID, DOUBTFUL, CHANGED or UNKNOWN; signer, time, certificate only of the first two. */
    record FileVerdict(
            String outcome,
            String text,
            String signer,
            String at,
            CertificateVerdict certificate,
            List<Reason> reasons) {}

    /** What is true of a certificate. */
    record CertificateVerdict(
            String serial, boolean good, String stateText, String holder, String useText, String from, String to) {}

    private static final int DER_SEQUENCE = 0x30;

    private final PdfSeals seals;
    private final Signatories signatories;
    private final SealVerifier sealVerifier;
    private final Wording wording;
    private final Clock clock;

    Verdicts(PdfSeals seals, Signatories signatories, SealVerifier sealVerifier, Wording wording, Clock clock) {
        this.seals = seals;
        this.signatories = signatories;
        this.sealVerifier = sealVerifier;
        this.wording = wording;
        this.clock = clock;
    }

    /** A PDF, or an electronic seal by itself. */
    FileVerdict of(byte[] file) {
        if (file.length > 0 && file[0] == DER_SEQUENCE) {
            return seal(file);
        }
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
        X509Certificate signer = mark.signer();
        if (signatories.isHouse(signer)) {
            CertificateVerdict house = house(signer);
            String text = wording.text("verify.file.HOUSE");
            return Optional.of(
                    new FileVerdict("VALID", text, house.holder(), wording.time(mark.at()), house, List.of(intact())));
        }
        return signatories.holder(signer).map(this::certificate).map(certificate -> held(mark, certificate));
    }

    private FileVerdict held(SealMark mark, CertificateVerdict certificate) {
        List<Reason> reasons = new ArrayList<>(List.of(intact(), reason("ISSUER")));
        boolean inTime = isInTime(mark);
        reasons.add(new Reason(inTime, wording.text("verify.reason.TIME." + inTime)));
        reasons.add(new Reason(
                certificate.good(),
                wording.text("verify.reason.STATE." + certificate.good(), certificate.stateText())));
        boolean sealed = true;
        if (mark.seal().length == 0) {
            reasons.add(reason("NO_SEAL"));
        } else {
            Instant at = mark.at() == null ? clock.instant() : mark.at();
            SealVerifier.Verdict verdict = sealVerifier.check(mark.seal(), at, mark.signer());
            reasons.addAll(reasons(verdict));
            sealed = verdict.good();
        }
        String text = !sealed ? "HOLDER-SEAL" : certificate.good() && inTime ? "HOLDER" : "HOLDER-ENDED";
        return new FileVerdict(
                sealed ? "VALID" : "DOUBTFUL",
                wording.text("verify.file." + text),
                certificate.holder(),
                wording.time(mark.at()),
                certificate,
                reasons);
    }

    private FileVerdict seal(byte[] file) {
        SealVerifier.Verdict verdict = sealVerifier.check(file);
        if (verdict.seal().isEmpty()) {
            return invalid("UNKNOWN");
        }
        String text = wording.text("verify.file." + (verdict.good() ? "SEAL" : "SEAL-BAD"));
        String name = verdict.good() ? verdict.seal().get().name() : "";
        return new FileVerdict(verdict.good() ? "VALID" : "CHANGED", text, name, "", null, reasons(verdict));
    }

    private List<Reason> reasons(SealVerifier.Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> new Reason(
                        finding.holds(), wording.text("seal.check." + finding.check() + "." + finding.holds())))
                .toList();
    }

    private static boolean isInTime(SealMark mark) {
        return mark.at() != null
                && !mark.at().isBefore(mark.signer().getNotBefore().toInstant())
                && !mark.at().isAfter(mark.signer().getNotAfter().toInstant());
    }

    private Reason intact() {
        return reason("INTACT");
    }

    private Reason reason(String code) {
        return new Reason(true, wording.text("verify.reason." + code));
    }

    private FileVerdict invalid(String outcome) {
        return new FileVerdict(outcome, wording.text("verify.file." + outcome), "", "", null, List.of());
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
