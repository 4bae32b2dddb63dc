package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Knows where everybody died already, over all lives, and halts the JVM without any hook when those that die in this
 * life have come to their points: when nobody has been at work for a moment, or too long after the first.
 */
final class Death {

    static final int KILLED = 137;
    private static final long QUIET_NANOS = Long.getLong("crash.quiet-millis", 1500) * 1_000_000;
    private static final long ARRIVAL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Pattern WANTED = Pattern.compile(System.getProperty("crash.units", ".*"));

    private final Path points = Path.of(System.getProperty("crash.points"));
    private final boolean armed = Boolean.getBoolean("crash.armed");
    private final int copies = Integer.getInteger("crash.copies", 1);
    private final Set<String> died = ConcurrentHashMap.newKeySet();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong visited = new AtomicLong();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile Map<String, String> walks = Map.of();

    Death() {
        died.addAll(lines(points));
        if (armed) {
            Thread reaper = new Thread(this::reap, "reaper");
            reaper.setDaemon(true);
            reaper.start();
        }
    }

    /** Whether the one at this point has to die now; from then on it counts as dead. */
    boolean comes(String who, String moment, String transaction) {
        last.set(System.nanoTime());
        if (!armed || !WANTED.matcher(transaction).find()) {
            return false;
        }
        String walk = walk(who);
        String place = moment + " | " + transaction;
        return isShareOf(walk, place) && note(walk + " | " + place);
    }

    /** A unit of work is under way; those that are to die are waited for. */
    void begins() {
        busy.incrementAndGet();
        visited.compareAndSet(0, System.nanoTime());
    }

    /** It is done, or it will never be. */
    void ends() {
        busy.decrementAndGet();
        last.set(System.nanoTime());
    }

    /** For the dead. */
    void await(boolean counted) {
        if (counted) {
            ends();
        }
        first.compareAndSet(0, System.nanoTime());
        while (true) {
            LockSupport.park();
        }
    }

    /** The copies of a walk share its points. */
    private boolean isShareOf(String walk, String place) {
        int copy = walk.indexOf('#');
        return copy < 0 || Math.floorMod(place.hashCode(), copies) == Integer.parseInt(walk.substring(copy + 1));
    }

    private String walk(String who) {
        if (!who.matches("[A-Z]{2}\\d{14}")) {
            return who;
        }
        if (!walks.containsKey(who)) {
            Map<String, String> known = new HashMap<>();
            lines(points.resolveSibling("orders.txt"))
                    .forEach(line -> known.put(line.split(" ")[0], line.split(" ")[1]));
            walks = known;
        }
        return walks.getOrDefault(who, who);
    }

    private synchronized boolean note(String point) {
        if (!died.add(point)) {
            return false;
        }
        try {
            Files.writeString(
                    points,
                    point + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reap() {
        while (true) {
            LockSupport.parkNanos(50_000_000);
            long now = System.nanoTime();
            long since = first.get();
            boolean quiet = busy.get() <= 0 && now - last.get() > QUIET_NANOS && isKnown(now);
            if (since != 0 && (quiet || now - since > LONGEST_NANOS)) {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    /** Whether those who come to a house that answers again have had the time to come. */
    private boolean isKnown(long now) {
        return visited.get() != 0 && now - visited.get() > ARRIVAL_NANOS;
    }

    private static Set<String> lines(Path file) {
        try {
            return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
