package org.keyway.portal.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.keyway.order.CaseList;
import org.keyway.order.CasePage;
import org.keyway.order.CaseRow;
import org.keyway.order.OrderStatus;
import org.keyway.portal.Actor;
import org.keyway.portal.CaseFilter;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.Wording;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff need beside Tasklist: search over all orders, the sandbox. */
@Controller
class DeskPages {

    /** A step whose time is up. */
    record Late(String orderNo, String subject, String group, String step, String due, String late) {}

    private static final int SIZE = 50;
    private static final int LATE_SHOWN = 20;

    private final CaseList cases;
    private final RowViews rows;
    private final OrderAccess access;
    private final DeskAccess desk;
    private final KeywayProperties properties;
    private final Clock clock;
    private final Wording wording;

    DeskPages(
            CaseList cases,
            RowViews rows,
            OrderAccess access,
            DeskAccess desk,
            KeywayProperties properties,
            Clock clock,
            Wording wording) {
        this.cases = cases;
        this.rows = rows;
        this.access = access;
        this.desk = desk;
        this.properties = properties;
        this.clock = clock;
        this.wording = wording;
    }

    @GetMapping("/desk")
    String desk(@RequestParam Map<String, String> query, Authentication person, Model model) {
        Actor actor = Actor.of(person);
        access.requireStaff(actor);
        CasePage page = cases.list(CaseFilter.of(query).at(0, SIZE).query(null));
        Instant now = clock.instant();
        model.addAttribute("tabs", desk.tabs(actor));
        model.addAttribute(
                "late",
                cases.overdue(now, LATE_SHOWN).stream()
                        .map(row -> late(row, now))
                        .toList());
        model.addAttribute("filter", ListForm.of(query, ""));
        model.addAttribute("statuses", OrderStatus.values());
        model.addAttribute("rows", rows.of(page.rows()));
        model.addAttribute("total", page.total());
        return "desk";
    }

    private Late late(CaseRow row, Instant now) {
        return new Late(
                row.orderNo(),
                row.subjectName() == null ? row.handlerName() : row.subjectName(),
                wording.text("group." + row.waitingGroup()),
                row.waitingStep(),
                wording.time(row.waitingDue()),
                wording.span(Duration.between(row.waitingDue(), now)));
    }

    @GetMapping("/sandbox")
    String sandbox(Authentication person, Model model) {
        access.requireStaff(Actor.of(person));
        if (!properties.demo()) {
            throw Problem.notFound("portal.problem.not-found");
        }
        model.addAttribute("now", wording.time(clock.instant()));
        return "sandbox";
    }
}
