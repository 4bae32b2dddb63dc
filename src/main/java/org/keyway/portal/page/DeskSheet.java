package org.keyway.portal.page;

import java.util.Map;
import org.keyway.invoice.InvoiceCorrections;
import org.keyway.order.Order;
import org.keyway.portal.Actor;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.ProblemTexts;
import org.keyway.portal.ReviewSheets;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An order in full for those who work on it; finance corrects there what the tax platform refused. */
@Controller
class DeskSheet {

    private final OrderAccess access;
    private final DeskAccess desk;
    private final ReviewSheets sheets;
    private final ReportViews reports;
    private final MoneyPanels money;
    private final InvoiceCorrections corrections;
    private final ProblemTexts texts;
    private final ApplicationEventPublisher events;

    DeskSheet(
            OrderAccess access,
            DeskAccess desk,
            ReviewSheets sheets,
            ReportViews reports,
            MoneyPanels money,
            InvoiceCorrections corrections,
            ProblemTexts texts,
            ApplicationEventPublisher events) {
        this.access = access;
        this.desk = desk;
        this.sheets = sheets;
        this.reports = reports;
        this.money = money;
        this.corrections = corrections;
        this.texts = texts;
        this.events = events;
    }

    @GetMapping("/desk/orders/{orderNo}/sheet")
    String sheet(@PathVariable String orderNo, Authentication person, Model model) {
        Actor actor = Actor.of(person);
        access.requireStaff(actor);
        Order order = access.visible(orderNo, actor);
        model.addAttribute("sheet", sheets.of(order));
        model.addAttribute("reports", reports.of(orderNo));
        model.addAttribute("invoice", money.invoice(order));
        model.addAttribute("invoiceTitle", order.fields().text("invoiceTitle").orElse(""));
        model.addAttribute("taxNumber", order.fields().text("invoiceTaxNumber").orElse(""));
        model.addAttribute("corrects", desk.isMoney(actor) && corrections.isPossible(orderNo));
        events.publishEvent(new AuditRecord(actor.account(), "order.sheet-read", orderNo, "desk"));
        return "sheet";
    }

    @PostMapping("/desk/orders/{orderNo}/invoice")
    String correct(
            @PathVariable String orderNo,
            @RequestParam Map<String, String> given,
            Authentication person,
            RedirectAttributes redirect) {
        Actor actor = Actor.of(person);
        desk.requireMoney(actor);
        try {
            corrections.correct(orderNo, given, actor.account());
            redirect.addFlashAttribute("corrected", true);
        } catch (Problem problem) {
            redirect.addFlashAttribute("faults", texts.lines(problem));
        }
        return "redirect:/desk/orders/" + orderNo + "/sheet";
    }
}
