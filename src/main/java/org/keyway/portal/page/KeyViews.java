package org.keyway.portal.page;

import java.util.Arrays;
import java.util.List;
import org.keyway.certificate.CertificateView;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Keys as people read them. */
@Component
class KeyViews {

    /** A key with its certificates; {@code seal} says until when the seal may be used, null while there is none. */
    record KeyView(String serial, String model, String stateText, List<CertificateRow> certificates, String seal) {}

    /** A certificate on the key. */
    record CertificateRow(
            String useText, String holder, String serial, String notBefore, String notAfter, String stateText) {}

    private final Wording wording;

    KeyViews(Wording wording) {
        this.wording = wording;
    }

    KeyView of(org.keyway.ukey.KeyView key) {
        return new KeyView(
                key.serial(),
                key.model(),
                wording.text("key.state." + key.state()),
                key.certificates().stream().map(this::row).toList(),
                key.seal() == null ? null : wording.date(key.seal().notAfter()));
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
