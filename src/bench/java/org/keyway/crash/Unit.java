package org.keyway.crash;

/** The unit of work that the present thread is in: a job or a request, and how far its transactions are. */
final class Unit {

    private static final ThreadLocal<Unit> PRESENT = ThreadLocal.withInitial(Unit::new);

    private String name;
    private int depth;
    private int commits;
    private boolean reads;
    private boolean engineOnly;

    static Unit present() {
        return PRESENT.get();
    }

    /** A unit of work begins in this thread; transactions that are open already belong to it. */
    void begins(String named) {
        name = named;
        commits = 0;
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

    void opened(boolean anonymous) {
        depth++;
        if (depth == 1) {
            reads = false;
            engineOnly = anonymous;
        }
    }

    /** The engine's own transaction around a question changes nothing: there is nothing to lose. */
    void asks(boolean question) {
        if (depth == 1 && engineOnly) {
            reads = question;
            engineOnly = question;
        }
    }

    boolean isWorthDyingFor() {
        return name != null && !(depth == 1 && reads);
    }

    /** The transaction that is about to be committed, as the table calls it. */
    String committing() {
        commits++;
        return last();
    }

    /** The transaction that was committed just now. */
    String last() {
        return name + " | " + (depth > 1 ? "own" : "main") + " " + commits;
    }

    void closed() {
        depth = Math.max(0, depth - 1);
    }
}
