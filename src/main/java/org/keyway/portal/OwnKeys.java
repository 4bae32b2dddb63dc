package org.keyway.portal;

import java.util.List;
import org.keyway.order.CaseList;
import org.keyway.order.CaseQuery;
import org.keyway.shared.Problem;
import org.keyway.ukey.KeyDevice;
import org.keyway.ukey.KeyStock;
import org.springframework.stereotype.Component;

/** The keys of somebody's orders. */
@Component
public class OwnKeys {

    /** A key and the order it was made or reserved for. */
    public record HeldKey(KeyDevice device, String orderNo) {}

    private static final int MOST = 200;

    private final CaseList cases;
    private final KeyStock stock;

    OwnKeys(CaseList cases, KeyStock stock) {
        this.cases = cases;
        this.stock = stock;
    }

    /** Keys of the newest 200 orders of the account; of all accounts for staff. */
    public List<HeldKey> of(Actor actor) {
        String applicant = actor.isStaff() ? null : actor.account();
        return cases.list(new CaseQuery(applicant, List.of(), null, null, null, null, 0, MOST)).rows().stream()
                .flatMap(row -> stock.of(row.orderNo()).stream().map(device -> new HeldKey(device, row.orderNo())))
                .toList();
    }

    /** The key, if the person may see it; 404 otherwise. */
    public KeyDevice find(String serial, Actor actor) {
        if (actor.isStaff()) {
            return stock.find(serial);
        }
        return of(actor).stream()
                .map(HeldKey::device)
                .filter(device -> device.serial().equals(serial))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("portal.key.unknown"));
    }
}
