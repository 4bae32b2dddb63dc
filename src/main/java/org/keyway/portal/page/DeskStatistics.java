package org.keyway.portal.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.CaseStatistics;
import org.keyway.order.CaseStatistics.Handling;
import org.keyway.order.CaseStatistics.Waiting;
import org.keyway.portal.Actor;
import org.keyway.portal.CaseCsv;
import org.keyway.portal.CaseFilter;
import org.keyway.portal.Cities;
import org.keyway.portal.Wording;
import org.keyway.review.ReviewStatistics;
import org.keyway.review.ReviewStatistics.ReturnReason;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures of the desk: what waits where, how long things take, why applications go back; and the list as a file. */
@Controller
class DeskStatistics {

    /** What waits in one step. */
    record WaitingRow(String group, String step, long count, long late, String oldest, String since) {}

    /** How long staff take. */
    record HandlingRow(String line, String city, long count, String hours) {}

    /** Why applications go back; {@code share} in per cent. */
    record ReasonRow(String text, long count, long share) {}

    private final DeskAccess access;
    private final CaseStatistics statistics;
    private final ReviewStatistics reviews;
    private final CaseCsv csv;
    private final Cities cities;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DeskStatistics(
            DeskAccess access,
            CaseStatistics statistics,
            ReviewStatistics reviews,
            CaseCsv csv,
            Cities cities,
            Wording wording,
            Clock clock,
            ApplicationEventPublisher events) {
        this.access = access;
        this.statistics = statistics;
        this.reviews = reviews;
        this.csv = csv;
        this.cities = cities;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
    }

    @GetMapping("/desk/statistics")
    String statistics(Authentication person, Model model) {
        Actor actor = Actor.of(person);
        access.requireStaff(actor);
        Instant now = clock.instant();
        model.addAttribute("tabs", access.tabs(actor));
        model.addAttribute("now", wording.time(now));
        model.addAttribute("days", CaseStatistics.WINDOW.toDays());
        model.addAttribute(
                "waiting",
                statistics.waiting().stream().map(row -> row(row, now)).toList());
        model.addAttribute(
                "handling", statistics.handling().stream().map(this::row).toList());
        model.addAttribute("reasons", reasons(reviews.returnReasons(now.minus(CaseStatistics.WINDOW))));
        return "desk-statistics";
    }

    @GetMapping("/desk/export.csv")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> query, Authentication person) {
        Actor actor = Actor.of(person);
        access.requireStaff(actor);
        CaseFilter filter = CaseFilter.of(query);
        events.publishEvent(new AuditRecord(actor.account(), "order.exported", "desk", "csv"));
        return CaseCsv.download(csv.export(filter, null));
    }

    private WaitingRow row(Waiting row, Instant now) {
        return new WaitingRow(
                wording.text("group." + row.candidateGroup()),
                row.step(),
                row.count(),
                row.late(),
                wording.span(Duration.between(row.oldest(), now)),
                wording.time(row.oldest()));
    }

    private HandlingRow row(Handling row) {
        return new HandlingRow(
                BusinessLine.of(row.line()).map(wording::line).orElse(""),
                cities.name(row.region()),
                row.count(),
                String.format(Locale.ROOT, "%.1f", row.hours()));
    }

    private List<ReasonRow> reasons(List<ReturnReason> reasons) {
        long total = reasons.stream().mapToLong(ReturnReason::count).sum();
        String other = wording.text("defect.OTHER");
        return reasons.stream()
                .map(reason -> new ReasonRow(
                        wording.textOr(other, "defect." + reason.code()),
                        reason.count(),
                        Math.round(100.0 * reason.count() / total)))
                .toList();
    }
}
