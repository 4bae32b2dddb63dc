package org.keyway.crash;

import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;

/** All walks through one house at the same time, which dies or is let alone. */
final class Pass {

    private static final long STUCK = TimeUnit.SECONDS.toNanos(Long.getLong("crash.stuck-seconds", 600));
    private static final long SWEEP_MILLIS = TimeUnit.MINUTES.toMillis(16);
    private static final long TOGETHER_MILLIS = TimeUnit.HOURS.toMillis(3);
    private static final int BETWEEN_LIVES_SECONDS = 70;
    private static final long DYING_NANOS = TimeUnit.MINUTES.toNanos(Long.getLong("crash.minutes", Integer.MAX_VALUE));

    private final House house;
    private final List<Going> people = new ArrayList<>();
    private final List<Long> resumed = new ArrayList<>();
    private final World world;
    private final boolean mortal;
    private boolean swept;
    private long jumped;
    private final long begun = System.nanoTime();

    Pass(House house, List<Scenario> scenarios, int copies, boolean mortal) {
        this.house = house;
        this.mortal = mortal;
        long waiting = scenarios.stream()
                        .filter(each -> each.has(Scenario.Habit.FINDS_NO_KEY))
                        .count()
                * copies;
        world = new World(house.folder(), waiting);
        scenarios.forEach(scenario -> IntStream.range(0, copies).forEach(copy -> {
            String name = scenario.name() + "#" + copy;
            people.add(new Going(new Walk(name, scenario, house.keyway(name), house.database(), world)));
        }));
    }

    List<Walk> walks() {
        return people.stream().map(Going::walk).toList();
    }

    /** Milliseconds that each start took until the house answered again. */
    List<Long> resumed() {
        return resumed;
    }

    void run() throws Exception {
        if (walks().stream().allMatch(walk -> walk.orderNo() == null)) {
            house.start(false);
            world.empties(house.keyway());
            house.stop();
        }
        house.start(mortal && DYING_NANOS > 0);
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        people.forEach(threads::submit);
        long heard = System.nanoTime();
        while (people.stream().anyMatch(person -> !person.isOver())) {
            Thread.sleep(100);
            if (!house.isAlive()) {
                revive();
                heard = System.nanoTime();
            } else if (people.stream().allMatch(Going::isWaiting)) {
                timePasses();
            }
            heard = Math.max(
                    heard, people.stream().mapToLong(Going::moved).max().orElse(0));
            if (System.nanoTime() - heard > STUCK) {
                System.out.println("nothing moves any more");
                break;
            }
        }
        threads.shutdownNow();
        if (mortal) {
            house.stop();
            house.timePassed(BETWEEN_LIVES_SECONDS);
            house.start(false);
        }
    }

    private void revive() throws Exception {
        long start = System.nanoTime();
        house.timePassed(BETWEEN_LIVES_SECONDS);
        house.start(System.nanoTime() - begun < DYING_NANOS);
        resumed.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        System.out.printf(
                "life %d after %d deaths, up in %d ms, on the way: %s%n",
                house.lives(),
                house.deaths().size(),
                resumed.get(resumed.size() - 1),
                people.stream()
                        .filter(person -> !person.isOver())
                        .map(person -> person.walk().name())
                        .toList());
    }

    /** Nobody can do anything: the house looks after what it forgot, then the next thing that is planned comes. */
    private void timePasses() {
        try {
            if (people.stream().anyMatch(person -> person.moved() > jumped)) {
                swept = false;
            }
            if (isBusy()) {
                return;
            }
            long step = swept ? untilNextDue() : SWEEP_MILLIS;
            swept = true;
            jumped = System.nanoTime();
            house.timePasses(step);
        } catch (UncheckedIOException | DataAccessException died) {
            System.out.println("the clock stood still, the house is gone");
        } catch (AssertionError refused) {
            System.out.println("the clock cannot be moved: " + refused.getMessage());
        }
    }

    private boolean isBusy() {
        return house.database()
                        .sql("select count(*) from act_ru_job where process_instance_id_ is not null and retries_ > 0"
                                + " and (duedate_ is null or duedate_ <= ?)")
                        .param(new Timestamp(house.now()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A little longer, so that what is due about then comes together. */
    private long untilNextDue() {
        List<Timestamp> due = house.database()
                .sql("select min(duedate_) from act_ru_job j where retries_ > 0 and duedate_ > ?"
                        + " and (process_instance_id_ is not null or process_def_key_ = 'batch-release' and exists"
                        + " (select 1 from act_ru_event_subscr where event_name_ = 'Message_BatchRelease'))")
                .param(new Timestamp(house.now()))
                .query((row, n) -> row.getTimestamp(1))
                .list();
        return due.isEmpty() || due.get(0) == null
                ? SWEEP_MILLIS
                : due.get(0).getTime() - house.now() + TOGETHER_MILLIS;
    }
}
