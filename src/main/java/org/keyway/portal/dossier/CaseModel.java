package org.keyway.portal.dossier;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.portal.MaskedFields;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Everything that the templates of factual documents see beyond the order itself. */
@Component
class CaseModel {

    private final OrderFacts facts;
    private final GoodsFacts goods;
    private final FilingFacts filing;
    private final ProceedingFacts proceeding;
    private final AuditFacts audit;
    private final Wording wording;
    private final Clock clock;

    CaseModel(
            OrderFacts facts,
            GoodsFacts goods,
            FilingFacts filing,
            ProceedingFacts proceeding,
            AuditFacts audit,
            Wording wording,
            Clock clock) {
        this.facts = facts;
        this.goods = goods;
        this.filing = filing;
        this.proceeding = proceeding;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    Map<String, Object> of(Order order, String code) {
        String orderNo = order.orderNo();
        List<Map<String, Object>> parcels = goods.parcels(orderNo);
        Map<String, Object> extra = new HashMap<>();
        extra.put("statusText", wording.status(order.status()));
        extra.put("createdAt", wording.time(order.createdAt()));
        extra.put("endedAt", order.status().isEnd() ? wording.time(order.updatedAt()) : "");
        extra.put("printedAt", wording.time(clock.instant()));
        extra.put("amount", facts.amount(orderNo));
        extra.put("payments", facts.payments(orderNo));
        extra.put("history", facts.history(order));
        extra.put("keys", goods.keys(orderNo));
        extra.put("parcels", parcels);
        extra.put("barcodeOf", code.equals(Dossiers.DELIVERY) ? barcodeOf(orderNo, parcels) : "");
        if (code.equals(Dossiers.EVIDENCE)) {
            extra.putAll(filing.of(order));
            extra.putAll(proceeding.of(orderNo));
            extra.put("stamps", goods.stamps(orderNo));
            extra.put("audit", audit.of(orderNo));
        }
        return extra;
    }

    /** The order with personal numbers masked unless {@code full}. */
    static Order masked(Order order, boolean full) {
        return new Order(
                order.orderNo(),
                order.line(),
                order.region(),
                order.applicant(),
                order.createdBy(),
                order.status(),
                order.round(),
                order.writingStarted(),
                new Fields(MaskedFields.of(order.fields(), full)),
                order.createdAt(),
                order.updatedAt());
    }

    private static String barcodeOf(String orderNo, List<Map<String, Object>> parcels) {
        String waybill = parcels.isEmpty()
                ? ""
                : parcels.get(parcels.size() - 1).get("waybillNo").toString();
        return waybill.matches("[ -~]{1,40}") ? waybill : orderNo;
    }
}
