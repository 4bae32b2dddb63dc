package org.keyway.order.material;

/** What looking into a paper showed. */
public sealed interface Inspection {

    /** A paper that can be shown to the reviewer. */
    record Fit(int pages) implements Inspection {}

    /** A paper that is refused; the code is a key of the message bundle. */
    record Unfit(String code, Object... arguments) implements Inspection {}
}
