package org.keyway.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.KeyUse;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a key in use says about its holder: the fields of the order that last wrote its certificate. */
@Component
public class KeyHolders {

    private static final List<String> NAMES = List.of(
            "holderType",
            "lockKind",
            "organizationName",
            "uscc",
            "legalRepresentative",
            "legalRepresentativeIdNumber",
            "organizationPhone",
            "organizationAddress",
            "postcode",
            "handlerName",
            "handlerIdNumber",
            "handlerPosition",
            "handlerMobile",
            "handlerEmail");
    private static final Map<String, String> RENAMED =
            Map.of("newOrganizationName", "organizationName", "newLegalRepresentative", "legalRepresentative");

    private final Certificates certificates;
    private final OrderService orders;

    KeyHolders(Certificates certificates, @Lazy OrderService orders) {
        this.certificates = certificates;
        this.orders = orders;
    }

    /** Fields of the holder as the contract names them; empty for a key that was never written. */
    public Fields of(String serial) {
        return signing(serial).map(CertificateView::orderNo).map(this::told).orElse(Fields.empty());
    }

    /** The certificate that counts on a key: the one in use, else the newest that was ever in use. */
    public Optional<CertificateView> signing(String serial) {
        List<CertificateView> all = certificates.ofKey(serial).stream()
                .filter(each -> each.use() == KeyUse.SIGN && each.state() != CertificateState.ISSUED)
                .toList();
        return all.stream()
                .filter(each -> each.state() == CertificateState.ACTIVE || each.state() == CertificateState.ON_HOLD)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private Fields told(String orderNo) {
        Order order = orders.find(orderNo);
        Map<String, Object> fields = new HashMap<>();
        NAMES.forEach(name -> order.fields().text(name).ifPresent(value -> fields.put(name, value)));
        if (order.line() == BusinessLine.CHANGE) {
            RENAMED.forEach((from, to) -> order.fields().text(from).ifPresent(value -> fields.put(to, value)));
        }
        return new Fields(fields);
    }
}
