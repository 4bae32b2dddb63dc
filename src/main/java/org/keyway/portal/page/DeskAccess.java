package org.keyway.portal.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Which pages of the desk are whose. */
@Component
class DeskAccess {

    /** One page of the desk in its tab bar. */
    record DeskTab(String key, String url) {}

    private static final Set<String> BATCH = Set.of("supervisor", "key-operator", "admin");
    private static final Set<String> STOCK = Set.of("supervisor", "key-operator", "admin");
    private static final Set<String> MONEY = Set.of("finance", "admin");
    private static final Set<String> AUDIT = Set.of("auditor", "admin");

    private final OrderAccess access;

    DeskAccess(OrderAccess access) {
        this.access = access;
    }

    /** The pages that this person may open. */
    List<DeskTab> tabs(Actor actor) {
        return Stream.of(
                        new DeskTab("search", "/desk"),
                        new DeskTab("statistics", "/desk/statistics"),
                        isOf(BATCH, actor) ? new DeskTab("batch", "/desk/batch") : null,
                        isOf(STOCK, actor) ? new DeskTab("stock", "/desk/stock") : null,
                        isOf(MONEY, actor) ? new DeskTab("statement", "/desk/statement") : null,
                        isOf(MONEY, actor) ? new DeskTab("reconciliation", "/desk/reconciliation") : null,
                        isOf(AUDIT, actor) ? new DeskTab("audit", "/desk/audit") : null)
                .filter(tab -> tab != null)
                .toList();
    }

    void requireStaff(Actor actor) {
        access.requireStaff(actor);
    }

    void requireBatch(Actor actor) {
        require(BATCH, actor, "desk.staff-of-batch-only");
    }

    void requireStock(Actor actor) {
        require(STOCK, actor, "desk.stock-only");
    }

    void requireMoney(Actor actor) {
        require(MONEY, actor, "desk.finance-only");
    }

    boolean isMoney(Actor actor) {
        return isOf(MONEY, actor);
    }

    void requireAudit(Actor actor) {
        require(AUDIT, actor, "desk.auditor-only");
    }

    private static void require(Set<String> groups, Actor actor, String refusal) {
        if (!isOf(groups, actor)) {
            throw Problem.forbidden(refusal);
        }
    }

    private static boolean isOf(Set<String> groups, Actor actor) {
        return actor.groups().stream().anyMatch(groups::contains);
    }
}
