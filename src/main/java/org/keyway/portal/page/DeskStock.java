package org.keyway.portal.page;

import java.util.List;
import org.keyway.order.BusinessLine;
import org.keyway.order.PolicyTables;
import org.keyway.portal.Actor;
import org.keyway.ukey.StockLevel;
import org.keyway.ukey.StockTaking;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Blank keys by model: how many there are and which models run low. */
@Controller
class DeskStock {

    /** A model in the table; {@code low} when it has fewer blank keys than the table of terms wants. */
    record ModelRow(String model, long blank, long reserved, long inUse, boolean low) {}

    private final DeskAccess access;
    private final StockTaking stock;
    private final PolicyTables tables;

    DeskStock(DeskAccess access, StockTaking stock, PolicyTables tables) {
        this.access = access;
        this.stock = stock;
        this.tables = tables;
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
        return "desk-stock";
    }

    private static ModelRow row(StockLevel each, long level) {
        return new ModelRow(each.model(), each.blank(), each.reserved(), each.inUse(), each.blank() < level);
    }
}
