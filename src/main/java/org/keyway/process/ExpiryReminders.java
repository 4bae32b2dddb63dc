package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.keyway.notification.SenderFailure;
import org.keyway.order.BusinessLine;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The daily sweep over keys about to expire: city by city, page by page, one message a stage, only the newest stage
 * after a pause. What cannot be sent is left for the retry of the job and holds nobody else up.
 */
@Component
public class ExpiryReminders {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryReminders.class);

    private final ExpiringLocks locks;
    private final ExpiryPost post;
    private final PolicyTables tables;
    private final OwnTransaction own;
    private final Clock clock;

    ExpiryReminders(ExpiringLocks locks, ExpiryPost post, PolicyTables tables, OwnTransaction own, Clock clock) {
        this.locks = locks;
        this.post = post;
        this.tables = tables;
        this.own = own;
        this.clock = clock;
    }

    /** Reminds whoever is due; a {@link SenderFailure} means that some could not be reached and it is worth repeating. */
    public void sweep() {
        int failed = tables.regions(BusinessLine.RENEWAL).stream()
                .map(RegionPolicy::region)
                .mapToInt(this::sweep)
                .sum();
        if (failed > 0) {
            throw new SenderFailure("expiry-reminder", "send", failed + " keys are left");
        }
    }

    private int sweep(String region) {
        ExpiryStages stages = ExpiryStages.parse(term(region, "reminderStages"));
        int legalFrom = Integer.parseInt(term(region, "legalReminderFrom"));
        LocalDate today = LocalDate.now(clock);
        Instant from = clock.instant().minus(Duration.parse(term(region, "renewalGrace")));
        Instant end = today.plusDays(stages.first() + 1L)
                .atStartOfDay(KeywayClock.ZONE)
                .toInstant();
        int failed = 0;
        String after = "";
        List<ExpiringLock> page;
        do {
            page = locks.page(region, from, after, end);
            for (ExpiringLock lock : page) {
                long daysLeft = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(lock.notAfter(), KeywayClock.ZONE));
                Optional<Integer> stage = stages.due(daysLeft, lock.told());
                failed += stage.isPresent() && !reminds(lock, stage.get(), daysLeft, legalFrom) ? 1 : 0;
                from = lock.notAfter();
                after = lock.certificateSerial();
            }
        } while (page.size() == ExpiringLocks.PAGE);
        return failed;
    }

    private boolean reminds(ExpiringLock lock, int stage, long daysLeft, int legalFrom) {
        try {
            post.send(lock, stage, daysLeft, stage <= legalFrom);
        } catch (SenderFailure e) {
            LOG.warn("reminder of key {} is left for the retry: {}", lock.keySerial(), e.getMessage());
            return false;
        }
        keep(lock, stage);
        return true;
    }

    private void keep(ExpiringLock lock, int stage) {
        try {
            own.commit(() -> {
                locks.told(lock, stage);
                return lock;
            });
        } catch (DuplicateKeyException e) {
            LOG.debug("stage {} of key {} was told by another sweep at the same time", stage, lock.keySerial());
        }
    }

    private String term(String region, String name) {
        return tables.term(BusinessLine.RENEWAL, region, name)
                .orElseThrow(() -> new IllegalStateException("no term " + name + " for " + region));
    }
}
