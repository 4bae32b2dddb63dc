package org.keyway.portal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.keyway.audit.AuditTrail;
import org.keyway.portal.Actor;
import org.keyway.portal.Wording;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search in the record of who did what, for auditors; says whether the chain is whole. */
@Controller
class DeskAudit {

    /** One entry as people read it. */
    record AuditRow(
            long sequence, String at, String actor, String action, String subject, String detail, String hash) {}

    /** What was looked for. */
    record AuditForm(String subject, String actor, String from, String to) {}

    private static final int MOST = 200;
    private static final int HASH_SHOWN = 12;

    private final DeskAccess access;
    private final AuditTrail trail;
    private final Wording wording;

    DeskAudit(DeskAccess access, AuditTrail trail, Wording wording) {
        this.access = access;
        this.trail = trail;
        this.wording = wording;
    }

    @GetMapping("/desk/audit")
    String search(@RequestParam Map<String, String> query, Authentication person, Model model) {
        Actor actor = Actor.of(person);
        access.requireAudit(actor);
        AuditForm form = new AuditForm(
                query.getOrDefault("subject", ""),
                query.getOrDefault("actor", ""),
                query.getOrDefault("from", ""),
                query.getOrDefault("to", ""));
        List<AuditRow> rows = trail
                .search(new AuditTrail.Search(
                        form.subject(), form.actor(), null, start(form.from(), 0), start(form.to(), 1), MOST))
                .stream()
                .map(this::row)
                .toList();
        model.addAttribute("tabs", access.tabs(actor));
        model.addAttribute("form", form);
        model.addAttribute("rows", rows);
        model.addAttribute("most", MOST);
        if (query.containsKey("check")) {
            model.addAttribute("checked", true);
            model.addAttribute("broken", trail.firstBroken().orElse(null));
        }
        return "desk-audit";
    }

    private AuditRow row(AuditTrail.Entry entry) {
        String kind = entry.action().contains(".")
                ? entry.action().substring(0, entry.action().indexOf('.'))
                : "none";
        String other = wording.textOr(wording.text("audit.action.none"), "audit.action." + kind);
        return new AuditRow(
                entry.sequence(),
                wording.time(Instant.parse(entry.at())),
                wording.textOr(entry.actor(), "audit.actor." + entry.actor()),
                wording.textOr(other, "audit.action." + entry.action()),
                entry.subject(),
                entry.detail(),
                entry.hash().substring(0, HASH_SHOWN));
    }

    private static String start(String day, long later) {
        try {
            return day.isBlank()
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(KeywayClock.ZONE)
                            .toInstant()
                            .toString();
        } catch (DateTimeParseException e) {
            throw Problem.malformed("portal.date", day.length() <= 40 ? day : day.substring(0, 40));
        }
    }
}
