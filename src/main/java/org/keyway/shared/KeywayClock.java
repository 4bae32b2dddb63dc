package org.keyway.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one clock of application and engine, in China Standard Time; the sandbox may move it forward. */
@Component
public final class KeywayClock extends Clock {

    /** All times that a person reads are in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final ApplicationEventPublisher events;

    public KeywayClock(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Moves the clock by {@code step}; returns when everything that became due has run. */
    public void advance(Duration step) {
        events.publishEvent(new ClockMoved(offset.updateAndGet(now -> now.plus(step))));
    }

    /** Back to real time. */
    public void reset() {
        advance(offset.get().negated());
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset.get());
    }
}
