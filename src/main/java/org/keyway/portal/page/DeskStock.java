package org.keyway.portal.page;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.keyway.order.BusinessLine;
import org.keyway.order.PolicyTables;
import org.keyway.portal.Actor;
import org.keyway.portal.ProblemTexts;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;
import org.keyway.ukey.StockImport;
import org.keyway.ukey.StockLevel;
import org.keyway.ukey.StockTaking;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Blank keys by model: how many there are and which models run low; lists of new or lost ones. */
@Controller
class DeskStock {

    /** A model in the table; {@code low} when it has fewer blank keys than the table of terms wants. */
    record ModelRow(String model, long blank, long reserved, long inUse, boolean low) {}

    /** A line of a list that stands in the way. */
    record FaultRow(int line, String serial, String text) {}

    private final DeskAccess access;
    private final StockTaking stock;
    private final StockImport lists;
    private final PolicyTables tables;
    private final Wording wording;
    private final ProblemTexts texts;

    DeskStock(
            DeskAccess access,
            StockTaking stock,
            StockImport lists,
            PolicyTables tables,
            Wording wording,
            ProblemTexts texts) {
        this.access = access;
        this.stock = stock;
        this.lists = lists;
        this.tables = tables;
        this.wording = wording;
        this.texts = texts;
    }

    @GetMapping("/desk/stock")
    String stock(Authentication person, Model model) {
        Actor actor = Actor.of(person);
        access.requireStock(actor);
        long level = Long.parseLong(
                tables.term(BusinessLine.NEW_ISSUANCE, "", "stockLevel").orElseThrow());
        List<ModelRow> rows =
                stock.levels().stream().map(each -> row(each, level)).toList();
        model.addAttribute("tabs", access.tabs(actor));
        model.addAttribute("level", level);
        model.addAttribute("rows", rows);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", StockForm.EMPTY);
        }
        return "desk-stock";
    }

    /** {@code purpose} is IMPORT, or BLOCK for what was lost or stolen; the file goes before what was typed. */
    @PostMapping("/desk/stock")
    String list(StockForm form, Authentication person, RedirectAttributes redirect) throws IOException {
        Actor actor = Actor.of(person);
        access.requireStock(actor);
        boolean block = "BLOCK".equals(form.purpose());
        String serials = form.text();
        try {
            StockImport.Outcome outcome = block
                    ? lists.block(serials, form.model(), actor.account())
                    : lists.receive(serials, form.model(), actor.account());
            redirect.addFlashAttribute("done", outcome.serials().size());
            redirect.addFlashAttribute(
                    "faults", outcome.faults().stream().map(this::row).toList());
            if (!outcome.faults().isEmpty()) {
                redirect.addFlashAttribute("form", form.shown(serials));
            }
        } catch (Problem problem) {
            redirect.addFlashAttribute("done", 0);
            redirect.addFlashAttribute("refusal", texts.of(problem).detail());
            redirect.addFlashAttribute("form", form.shown(serials));
        }
        redirect.addFlashAttribute("blocked", block);
        return "redirect:/desk/stock";
    }

    private FaultRow row(StockImport.Fault fault) {
        boolean status = Set.of("ukey.import.known", "ukey.import.busy").contains(fault.reason());
        String detail = status ? wording.text("ukey.status." + fault.detail()) : fault.detail();
        return new FaultRow(fault.line(), fault.serial(), wording.text(fault.reason(), detail));
    }

    private static ModelRow row(StockLevel each, long level) {
        return new ModelRow(each.model(), each.blank(), each.reserved(), each.inUse(), each.blank() < level);
    }
}
