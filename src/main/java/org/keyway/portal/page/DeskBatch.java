package org.keyway.portal.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.keyway.order.BatchDesk;
import org.keyway.order.BatchDesk.Outcome;
import org.keyway.order.CaseList;
import org.keyway.order.CaseRow;
import org.keyway.portal.Actor;
import org.keyway.portal.Cities;
import org.keyway.portal.Wording;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets paid orders of the next-day batch go on together and says what became of each. */
@Controller
class DeskBatch {

    /** An order that waits; {@code due} when it has waited since before today. */
    record BatchRow(String orderNo, String subject, String city, String fee, String since, boolean due) {}

    /** What became of an order. */
    record OutcomeRow(String orderNo, String subject, boolean released, String reason) {}

    private static final int MOST = 200;

    private final DeskAccess access;
    private final BatchDesk batch;
    private final CaseList cases;
    private final Cities cities;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DeskBatch(
            DeskAccess access,
            BatchDesk batch,
            CaseList cases,
            Cities cities,
            Wording wording,
            Clock clock,
            ApplicationEventPublisher events) {
        this.access = access;
        this.batch = batch;
        this.cases = cases;
        this.cities = cities;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
    }

    @GetMapping("/desk/batch")
    String waiting(Authentication person, Model model) {
        Actor actor = Actor.of(person);
        access.requireBatch(actor);
        Instant today = LocalDate.now(clock).atStartOfDay(KeywayClock.ZONE).toInstant();
        List<BatchDesk.Waiting> waiting = batch.waiting();
        model.addAttribute("tabs", access.tabs(actor));
        model.addAttribute("total", waiting.size());
        model.addAttribute(
                "rows",
                waiting.stream().limit(MOST).map(each -> row(each, today)).toList());
        return "desk-batch";
    }

    @PostMapping("/desk/batch")
    String release(
            @RequestParam(name = "orderNo", required = false) List<String> chosen,
            Authentication person,
            RedirectAttributes redirect) {
        Actor actor = Actor.of(person);
        access.requireBatch(actor);
        List<String> orders =
                chosen == null ? List.of() : chosen.stream().distinct().toList();
        if (orders.size() > MOST) {
            throw Problem.malformed("desk.batch-too-many", MOST);
        }
        redirect.addFlashAttribute("asked", true);
        redirect.addFlashAttribute(
                "outcomes",
                orders.stream().map(orderNo -> release(orderNo, actor)).toList());
        return "redirect:/desk/batch";
    }

    private OutcomeRow release(String orderNo, Actor actor) {
        Optional<CaseRow> known = cases.find(orderNo);
        Outcome outcome = known.isEmpty() ? new Outcome(orderNo, "batch.not-waiting") : batch.release(orderNo);
        if (outcome.released()) {
            events.publishEvent(new AuditRecord(actor.account(), "batch.released", orderNo, "desk"));
        }
        return new OutcomeRow(
                orderNo,
                known.map(DeskBatch::subject).orElse(""),
                outcome.released(),
                outcome.released() ? "" : wording.text(outcome.reason()));
    }

    private BatchRow row(BatchDesk.Waiting waiting, Instant today) {
        Optional<CaseRow> known = cases.find(waiting.orderNo());
        return new BatchRow(
                waiting.orderNo(),
                known.map(DeskBatch::subject).orElse(""),
                known.map(row -> cities.name(row.region())).orElse(""),
                known.map(CaseRow::feeCents).map(Wording::yuan).orElse(""),
                wording.time(waiting.since()),
                waiting.since().isBefore(today));
    }

    private static String subject(CaseRow row) {
        return row.subjectName() == null ? "" : row.subjectName();
    }
}
