package org.keyway.portal.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keyway.order.CaseStatistics;
import org.keyway.portal.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The command {@code sample-orders --count=N}: fills a demo with open review steps by the ways that applicants go, waits
 * until the process has brought all of them to the reviewer, and ends. Anywhere else it refuses.
 */
@Component
class SampleOrdersCommand {

    private static final Logger LOG = LoggerFactory.getLogger(SampleOrdersCommand.class);
    private static final String NAME = "sample-orders";
    private static final String REVIEWERS = "customer-service";
    private static final int MOST = 200_000;
    private static final int TOGETHER = 10;
    private static final int TOLD_EVERY = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ObjectProvider<SampleOrders> orders;
    private final CaseStatistics statistics;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationArguments arguments;
    private final ConfigurableApplicationContext context;

    SampleOrdersCommand(
            ObjectProvider<SampleOrders> orders,
            CaseStatistics statistics,
            Wording wording,
            Clock clock,
            ApplicationArguments arguments,
            ConfigurableApplicationContext context) {
        this.orders = orders;
        this.statistics = statistics;
        this.wording = wording;
        this.clock = clock;
        this.arguments = arguments;
        this.context = context;
    }

    /** Beside the start and not in it: the process goes on only when the start is over. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (arguments.getNonOptionArgs().contains(NAME)) {
            new Thread(this::run, NAME).start();
        }
    }

    private void run() {
        int status = 1;
        try {
            status = make(arguments.getOptionValues("count"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{}", wording.text("sample.failed"), e);
        }
        int code = status;
        System.exit(SpringApplication.exit(context, () -> code));
    }

    /** Answers the exit status: 0 all made, 1 not all, 2 refused. */
    int make(List<String> given) throws InterruptedException {
        SampleOrders samples = orders.getIfAvailable();
        if (samples == null) {
            LOG.error("{}", wording.text("sample.demo-only"));
            return 2;
        }
        String text = given == null || given.isEmpty() ? "" : given.get(0);
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            LOG.error("{}", wording.text("sample.count", String.valueOf(MOST)));
            return 2;
        }
        return make(samples, Integer.parseInt(text));
    }

    /** Makes so many more open review steps; answers the exit status. */
    int make(SampleOrders samples, int count) throws InterruptedException {
        Instant start = clock.instant();
        long before = waiting();
        int first = (int) (start.getEpochSecond() % 1_000_000) * 10;
        for (int number = 0; number < count; number += TOGETHER) {
            samples.file(first + number, Math.min(TOGETHER, count - number));
            if ((number + TOGETHER) % TOLD_EVERY == 0) {
                LOG.info("{}", wording.text("sample.filed", number + TOGETHER, count));
            }
        }
        long waiting = settled(before + count);
        Duration time = Duration.between(start, clock.instant());
        LOG.info("{}", wording.text("sample.done", waiting - before, waiting, time.toSeconds()));
        return waiting >= before + count ? 0 : 1;
    }

    /** Open review steps once there are enough of them, or once none has arrived for some minutes. */
    private long settled(long enough) throws InterruptedException {
        Instant moved = clock.instant();
        long seen = waiting();
        while (seen < enough && Duration.between(moved, clock.instant()).compareTo(PATIENCE) < 0) {
            Thread.sleep(500);
            long now = waiting();
            moved = now > seen ? clock.instant() : moved;
            seen = now;
        }
        return seen;
    }

    private long waiting() {
        return statistics.waiting().stream()
                .filter(step -> step.candidateGroup().equals(REVIEWERS))
                .mapToLong(CaseStatistics.Waiting::count)
                .sum();
    }
}
