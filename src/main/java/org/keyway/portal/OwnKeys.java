package org.keyway.portal;

import java.util.List;
import org.keyway.order.CaseList;
import org.keyway.order.CaseQuery;
import org.keyway.shared.Problem;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.KeyView;
import org.keyway.ukey.Keys;
import org.springframework.stereotype.Component;

/** Which keys somebody may look at: applicants their own, staff all. */
@Component
public class OwnKeys {

    private static final int MOST = 200;

    private final CaseList cases;
    private final KeyStock stock;
    private final Keys keys;

    OwnKeys(CaseList cases, KeyStock stock, Keys keys) {
        this.cases = cases;
        this.stock = stock;
        this.keys = keys;
    }

    /** Keys that the account holds; for staff those of the newest 200 orders. */
    public List<KeyView> of(Actor actor) {
        if (!actor.isStaff()) {
            return keys.ofAccount(actor.account());
        }
        return cases.list(new CaseQuery(null, List.of(), null, null, null, null, 0, MOST)).rows().stream()
                .flatMap(row -> keys.of(row.orderNo()).stream())
                .toList();
    }

    /** The key, if the person may see it; 404 otherwise. */
    public KeyView find(String serial, Actor actor) {
        if (!actor.isStaff()) {
            return keys.find(serial, actor.account()).orElseThrow(() -> Problem.notFound("portal.key.unknown"));
        }
        String orderNo = stock.find(serial).orderNo();
        return keys.of(orderNo == null ? "" : orderNo).stream()
                .filter(key -> key.serial().equals(serial))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("portal.key.unknown"));
    }
}
