package org.keyway.portal.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.keyway.order.OrderService;
import org.keyway.payment.BankReceipt;
import org.keyway.payment.StatementDesk;
import org.keyway.payment.StatementImport;
import org.keyway.payment.StatementMatch;
import org.keyway.portal.Actor;
import org.keyway.portal.ProblemTexts;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finance brings the statement of the bank and decides about money that matches nothing. */
@Controller
class DeskStatement {

    /** A booked transfer of an order that owed nothing any more. */
    record LateRow(String refundNo, String orderNo, String amount) {}

    private static final String PAGE = "redirect:/desk/statement";

    private final DeskAccess access;
    private final StatementDesk desk;
    private final OrderService orders;
    private final Wording wording;
    private final ProblemTexts texts;

    DeskStatement(DeskAccess access, StatementDesk desk, OrderService orders, Wording wording, ProblemTexts texts) {
        this.access = access;
        this.desk = desk;
        this.orders = orders;
        this.wording = wording;
        this.texts = texts;
    }

    @GetMapping("/desk/statement")
    String waiting(Authentication person, Model model) {
        Actor actor = finance(person);
        model.addAttribute("tabs", access.tabs(actor));
        model.addAttribute("rows", desk.toDo().stream().map(this::row).toList());
        model.addAttribute(
                "late",
                desk.late().stream()
                        .map(each -> new LateRow(each.refundNo(), each.orderNo(), Wording.yuan(each.cents())))
                        .toList());
        return "desk-statement";
    }

    @PostMapping("/desk/statement")
    String bring(@RequestParam(required = false) MultipartFile file, Authentication person, RedirectAttributes redirect)
            throws IOException {
        String by = finance(person).account();
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return tried(redirect, () -> {
            StatementImport done = desk.bring(content, by);
            return wording.text("desk.statement.done", done.fresh(), done.booked(), done.known());
        });
    }

    @PostMapping("/desk/statement/{receiptNo}/assignment")
    String assign(
            @PathVariable String receiptNo,
            @RequestParam(defaultValue = "") String orderNos,
            Authentication person,
            RedirectAttributes redirect) {
        String by = finance(person).account();
        List<String> numbers = Arrays.stream(orderNos.strip().split("[\\s,;\uff0c\u3001\uff1b]+"))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        return tried(redirect, () -> {
            numbers.forEach(orders::find);
            desk.assign(receiptNo, numbers, by);
            return wording.text("desk.statement.assigned");
        });
    }

    @PostMapping("/desk/statement/{receiptNo}/booking")
    String book(@PathVariable String receiptNo, Authentication person, RedirectAttributes redirect) {
        String by = finance(person).account();
        return tried(redirect, () -> {
            desk.bookWithExcess(receiptNo, by);
            return wording.text("desk.statement.booked");
        });
    }

    @PostMapping("/desk/statement/{receiptNo}/return")
    String giveBack(
            @PathVariable String receiptNo,
            @RequestParam(defaultValue = "") String note,
            Authentication person,
            RedirectAttributes redirect) {
        String by = finance(person).account();
        return tried(redirect, () -> {
            desk.returned(receiptNo, note, by);
            return wording.text("desk.statement.returned");
        });
    }

    @PostMapping("/desk/statement/late/{refundNo}")
    String late(@PathVariable String refundNo, Authentication person, RedirectAttributes redirect) {
        String by = finance(person).account();
        return tried(redirect, () -> {
            desk.lateReturned(refundNo, by);
            return wording.text("desk.statement.returned");
        });
    }

    /** What was done, or in words everything that stood in the way. */
    private String tried(RedirectAttributes redirect, java.util.function.Supplier<String> work) {
        try {
            redirect.addFlashAttribute("done", work.get());
        } catch (Problem problem) {
            redirect.addFlashAttribute("faults", texts.lines(problem));
        }
        return PAGE;
    }

    private Actor finance(Authentication person) {
        Actor actor = Actor.of(person);
        access.requireMoney(actor);
        return actor;
    }

    private ReceiptRow row(StatementMatch match) {
        BankReceipt receipt = match.receipt();
        return new ReceiptRow(
                receipt.receiptNo(),
                receipt.bookedOn().toString(),
                Wording.yuan(receipt.amountCents()),
                receipt.payer(),
                receipt.remark(),
                match.verdict().name(),
                wording.text("desk.statement.verdict." + match.verdict()),
                match.dueCents() == 0 ? "" : Wording.yuan(Math.abs(match.dueCents())),
                match.orderNos());
    }
}
