package org.keyway.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.CaseList;
import org.keyway.order.CasePage;
import org.keyway.order.OrderStatus;
import org.keyway.portal.Actor;
import org.keyway.portal.CaseCsv;
import org.keyway.portal.CaseFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The applicant's own orders, by tab, searched and paged. */
@Controller
class OrdersPage {

    private static final int SIZE = 10;
    private static final int SIZE_TO_PAY = 50;

    /** A tab with its count. */
    record TabView(String key, long count) {}

    private final CaseList cases;
    private final RowViews rows;
    private final CaseCsv csv;

    OrdersPage(CaseList cases, RowViews rows, CaseCsv csv) {
        this.cases = cases;
        this.rows = rows;
        this.csv = csv;
    }

    @GetMapping("/orders")
    String list(@RequestParam Map<String, String> query, Authentication person, Model model) {
        String account = Actor.of(person).account();
        Tab tab = Tab.of(query.get("tab"));
        CaseFilter filter = filter(query, tab);
        int size = tab == Tab.PAY ? SIZE_TO_PAY : SIZE;
        CasePage page = cases.list(filter.at(filter.page(), size).query(account));
        Map<OrderStatus, Long> counts = cases.counts(account);
        model.addAttribute(
                "tabs",
                Arrays.stream(Tab.values())
                        .map(each -> new TabView(each.name(), each.count(counts)))
                        .toList());
        model.addAttribute("filter", ListForm.of(query, tab.name()));
        model.addAttribute(
                "lines",
                Arrays.stream(BusinessLine.values()).map(BusinessLine::slug).toList());
        model.addAttribute("rows", rows.of(page.rows()));
        model.addAttribute("payable", counts.getOrDefault(OrderStatus.AWAITING_PAYMENT, 0L) > 1);
        model.addAttribute("total", page.total());
        model.addAttribute("page", page.page());
        model.addAttribute("pages", Math.max(1, (page.total() + size - 1) / size));
        return "orders";
    }

    @GetMapping("/orders/export.csv")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> query, Authentication person) {
        CaseFilter filter = filter(query, Tab.of(query.get("tab")));
        return CaseCsv.download(csv.export(filter, Actor.of(person).account()));
    }

    private static CaseFilter filter(Map<String, String> query, Tab tab) {
        CaseFilter filter = CaseFilter.of(query);
        List<OrderStatus> statuses = tab == Tab.ALL ? filter.statuses() : tab.statuses();
        return filter.in(statuses);
    }
}
