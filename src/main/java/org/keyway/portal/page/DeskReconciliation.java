package org.keyway.portal.page;

import java.util.List;
import org.keyway.payment.BillCheck;
import org.keyway.payment.BillDifference;
import org.keyway.portal.Actor;
import org.keyway.portal.Wording;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What our books and the partners' bills do not agree about. */
@Controller
class DeskReconciliation {

    /** One difference; an amount is empty on the side that does not know it. */
    record DifferenceRow(
            String day, String partner, String kind, String number, String orderNo, String ours, String theirs) {}

    private final DeskAccess access;
    private final BillCheck bills;
    private final Wording wording;

    DeskReconciliation(DeskAccess access, BillCheck bills, Wording wording) {
        this.access = access;
        this.bills = bills;
        this.wording = wording;
    }

    @GetMapping("/desk/reconciliation")
    String differences(Authentication person, Model model) {
        Actor actor = Actor.of(person);
        access.requireMoney(actor);
        List<DifferenceRow> rows = bills.open().stream().map(this::row).toList();
        model.addAttribute("tabs", access.tabs(actor));
        model.addAttribute("rows", rows);
        return "desk-reconciliation";
    }

    private DifferenceRow row(BillDifference each) {
        return new DifferenceRow(
                each.day().toString(),
                wording.text("desk.bill.partner." + each.provider()),
                wording.text("desk.bill.kind." + each.kind()),
                each.number(),
                each.orderNo(),
                each.ourCents() == null ? "" : Wording.yuan(each.ourCents()),
                each.theirCents() == null ? "" : Wording.yuan(each.theirCents()));
    }
}
