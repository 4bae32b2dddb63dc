package org.keyway.crash;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;

/** The unit of work that the present thread is in: a job, a request or a turn of a schedule, and its open transactions. */
final class Unit {

    /** Nobody's work, or nobody knows whose. */
    static final String NOBODY = "-";

    private static final ThreadLocal<Unit> PRESENT = ThreadLocal.withInitial(Unit::new);

    private final Deque<Connection> open = new ArrayDeque<>();
    private String who;
    private String name;
    private boolean job;
    private boolean counted;
    private int commits;
    private boolean reads;
    private boolean engineOnly;

    static Unit present() {
        return PRESENT.get();
    }

    /** A unit of work begins in this thread; transactions that are open already belong to it. */
    void begins(String whose, String named) {
        who = whose;
        name = named;
        job = false;
        commits = 0;
    }

    /** The same for a job, which ends with its transaction. */
    void beginsJob(String orderNo, String named) {
        begins(orderNo == null ? NOBODY : orderNo, named);
        job = true;
    }

    /** More is known about what the unit does. */
    void isAlso(String detail) {
        if (name != null && !name.contains(detail)) {
            name = name + " " + detail;
        }
    }

    void ends() {
        name = null;
    }

    /** Whether others wait for this unit before they die. */
    boolean isCounted() {
        return counted;
    }

    void counts(boolean counted) {
        this.counted = counted;
    }

    void opened(Connection connection, boolean anonymous) {
        open.push(connection);
        if (open.size() == 1) {
            reads = false;
            engineOnly = anonymous;
        }
    }

    /** The engine's own transaction around a question changes nothing: there is nothing to lose. */
    void asks(boolean question) {
        if (open.size() == 1 && engineOnly) {
            reads = question;
            engineOnly = question;
        }
    }

    boolean isWorthDyingFor() {
        return name != null && !(open.size() == 1 && reads);
    }

    String who() {
        return who;
    }

    /** The transaction that is about to be committed, as the table calls it. */
    String committing() {
        commits++;
        return last();
    }

    /** The transaction that was committed just now. */
    String last() {
        return name + " | " + (open.size() > 1 ? "own" : "main") + " " + commits;
    }

    /** What a database takes back when the one who wrote it is dead. */
    Deque<Connection> open() {
        return open;
    }

    void closed(boolean committed) {
        open.poll();
        if (open.isEmpty() && job) {
            if (committed || name.endsWith("(failing)")) {
                ends();
            } else {
                isAlso("(failing)");
            }
        }
    }
}
