package org.keyway.process;

import java.util.ArrayList;
import java.util.Collections;
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
import org.keyway.order.OrderStatus;
import org.keyway.ukey.KeyClaims;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a key in use says about its holder: the fields of the order that last wrote its certificate, with the changes
 * that were completed for this key laid over them.
 */
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
    private static final List<String> HANDLER =
            List.of("handlerName", "handlerIdNumber", "handlerPosition", "handlerMobile", "handlerEmail");

    private final Certificates certificates;
    private final KeyClaims claims;
    private final OrderService orders;

    KeyHolders(Certificates certificates, KeyClaims claims, @Lazy OrderService orders) {
        this.certificates = certificates;
        this.claims = claims;
        this.orders = orders;
    }

    /** Fields of the holder as the contract names them; empty for a key that was never written. */
    public Fields of(String serial) {
        return signing(serial)
                .map(CertificateView::orderNo)
                .map(this::told)
                .map(told -> changed(serial, told))
                .orElse(Fields.empty());
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
        Fields told = new Fields(fields);
        return order.line() == BusinessLine.CHANGE ? told.with(changes(order.fields())) : told;
    }

    /** Completed changes from the oldest to the newest, those of the register alone among them. */
    private Fields changed(String serial, Fields told) {
        List<String> orderNos = new ArrayList<>(claims.ordersOn(serial));
        Collections.reverse(orderNos);
        Fields now = told;
        for (String orderNo : orderNos) {
            Order order = orders.find(orderNo);
            if (order.line() == BusinessLine.CHANGE && order.status() == OrderStatus.COMPLETED) {
                now = now.with(changes(order.fields()));
            }
        }
        return now;
    }

    /** What an application for a change says anew, by the names under which it is known from then on. */
    static Fields changes(Fields fields) {
        ChangeKinds kinds = ChangeKinds.of(fields);
        boolean individual =
                fields.text("holderType").filter("INDIVIDUAL"::equals).isPresent();
        Map<String, Object> changes = new HashMap<>();
        if (kinds.handlerChanged()) {
            HANDLER.forEach(name -> fields.text(name).ifPresent(value -> changes.put(name, value)));
        }
        if (kinds.renamed()) {
            fields.text("newOrganizationName")
                    .ifPresent(name -> changes.put(individual ? "handlerName" : "organizationName", name));
        }
        if (kinds.legalChanged() && !individual) {
            fields.text("newLegalRepresentative").ifPresent(name -> changes.put("legalRepresentative", name));
        }
        return new Fields(changes);
    }
}
