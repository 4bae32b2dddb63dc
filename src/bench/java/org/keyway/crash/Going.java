package org.keyway.crash;

import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;

/** Somebody who goes one walk to its end, whatever happens to the house meanwhile. */
final class Going implements Runnable {

    private static final long PATIENT = TimeUnit.SECONDS.toNanos(3);
    private static final long CALL = TimeUnit.MILLISECONDS.toNanos(700);

    private final Walk walk;
    private volatile long moved = System.nanoTime();
    private volatile long asking;
    private volatile boolean over;

    Going(Walk walk) {
        this.walk = walk;
    }

    Walk walk() {
        return walk;
    }

    boolean isOver() {
        return over;
    }

    /** Whether there has been nothing to do for a while, and no answer is waited for. */
    boolean isWaiting() {
        long now = System.nanoTime();
        long asked = asking;
        return over || now - moved > PATIENT && (asked == 0 || now - asked < CALL);
    }

    long moved() {
        return moved;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                asking = System.nanoTime();
                long pause = step();
                asking = 0;
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long step() {
        try {
            if (walk.next()) {
                moved = System.nanoTime();
                return 100;
            }
            over = walk.isOver();
            return 700;
        } catch (UncheckedIOException | DataAccessException cut) {
            moved = System.nanoTime();
            return 700;
        } catch (AssertionError refused) {
            System.out.println(walk.name() + " asks again: "
                    + refused.getMessage().lines().findFirst().orElse(""));
            moved = System.nanoTime();
            return 1500;
        }
    }
}
