package org.keyway.portal.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keyway.audit.AuditTrail;
import org.keyway.audit.AuditTrail.Entry;
import org.keyway.certificate.CertificateView;
import org.keyway.ukey.KeyView;
import org.keyway.ukey.Keys;
import org.springframework.stereotype.Component;

/** The audit entries about an order, its keys and their certificates, with their place in the chain. */
@Component
class AuditFacts {

    private final AuditTrail audit;
    private final Keys keys;

    AuditFacts(AuditTrail audit, Keys keys) {
        this.audit = audit;
        this.keys = keys;
    }

    List<Map<String, Object>> of(String orderNo) {
        List<KeyView> own = keys.of(orderNo);
        Stream<String> devices = own.stream().map(key -> "ukey:" + key.serial());
        Stream<String> certificates = own.stream()
                .flatMap(key -> key.certificates().stream())
                .map(CertificateView::serial)
                .map(serial -> "certificate:" + serial);
        return Stream.of(Stream.of(orderNo, "order:" + orderNo), devices, certificates)
                .flatMap(subjects -> subjects)
                .flatMap(subject -> audit.of(subject).stream())
                .sorted(Comparator.comparingLong(Entry::sequence))
                .map(entry -> Row.of("sequence", entry.sequence())
                        .and("at", entry.at())
                        .and("actor", entry.actor())
                        .and("action", entry.action())
                        .and("subject", entry.subject())
                        .and("detail", entry.detail())
                        .and("hash", entry.hash())
                        .asMap())
                .toList();
    }
}
