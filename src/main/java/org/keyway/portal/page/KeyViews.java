package org.keyway.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keyway.certificate.CertificateView;
import org.keyway.order.BusinessLine;
import org.keyway.order.form.Forms;
import org.keyway.portal.Wording;
import org.keyway.ukey.KeyStatus;
import org.springframework.stereotype.Component;

/** Keys as people read them. */
@Component
class KeyViews {

    /** A key with its certificates; {@code seal} says until when the seal may be used; {@code lines} can start from it. */
    record KeyView(
            String serial,
            String model,
            String stateText,
            List<CertificateRow> certificates,
            String seal,
            List<String> lines) {}

    /** A certificate on the key. */
    record CertificateRow(
            String useText, String holder, String serial, String notBefore, String notAfter, String stateText) {}

    private static final Map<KeyStatus, List<BusinessLine>> LINES = Map.of(
            KeyStatus.ACTIVE,
            List.of(
                    BusinessLine.RENEWAL,
                    BusinessLine.CHANGE,
                    BusinessLine.ANNUAL_INSPECTION,
                    BusinessLine.UNLOCK,
                    BusinessLine.REPLACEMENT,
                    BusinessLine.LOSS_UNBLOCK),
            KeyStatus.PIN_LOCKED,
            List.of(BusinessLine.UNLOCK, BusinessLine.REPLACEMENT, BusinessLine.LOSS_UNBLOCK),
            KeyStatus.SUSPENDED,
            List.of(BusinessLine.LOSS_UNBLOCK, BusinessLine.REPLACEMENT));

    private final Forms forms;
    private final Wording wording;

    KeyViews(Forms forms, Wording wording) {
        this.forms = forms;
        this.wording = wording;
    }

    KeyView of(org.keyway.ukey.KeyView key) {
        return new KeyView(
                key.serial(),
                key.model(),
                wording.text("key.state." + key.state()),
                key.certificates().stream().map(this::row).toList(),
                key.seal() == null ? null : wording.date(key.seal().notAfter()),
                lines(key.state()));
    }

    private List<String> lines(KeyStatus state) {
        return LINES.getOrDefault(state, List.of()).stream()
                .filter(forms::isOpen)
                .map(BusinessLine::slug)
                .toList();
    }

    private CertificateRow row(CertificateView certificate) {
        return new CertificateRow(
                wording.text("certificate.use." + certificate.use()),
                holder(certificate.subject()),
                certificate.serial(),
                wording.date(certificate.notBefore()),
                wording.date(certificate.notAfter()),
                wording.text("certificate.state." + certificate.state()));
    }

    /** The common name of an RFC 4514 subject, in which a comma of the name is escaped. */
    static String holder(String subject) {
        return Arrays.stream(subject.split("(?<!\\\\),"))
                .map(String::strip)
                .filter(part -> part.startsWith("CN="))
                .map(part -> part.substring(3).replace("\\", ""))
                .findFirst()
                .orElse(subject);
    }
}
