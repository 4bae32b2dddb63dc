package org.keyway.portal;

import java.util.List;

/** Everything that a reviewer looks at: fields in full, papers, pre-checks and earlier rounds. */
public record ReviewSheet(
        String orderNo,
        String lineName,
        String city,
        int round,
        String statusText,
        List<FieldSection> sections,
        List<Compared> comparison,
        List<SheetPaper> attachments,
        List<Precheck> precheck,
        List<Returned> returnedItems,
        List<Round> rounds,
        List<Reason> reasons) {

    /** What the lock says now beside what is applied for; {@code differs} when the two are not the same. */
    public record Compared(String label, String now, String wanted, boolean differs) {}

    /** A paper; {@code fresh} when it was uploaded for this round, {@code reusedFrom} the order it was approved in. */
    public record SheetPaper(
            String id,
            String type,
            String typeName,
            String fileName,
            String mediaType,
            long size,
            int pages,
            int round,
            boolean fresh,
            String reusedFrom) {}

    /** What the machine found out before. */
    public record Precheck(String item, boolean ok, String text) {}

    /** An item that was sent back. */
    public record Returned(String item, String label, String text) {}

    /** An opinion of an earlier step. */
    public record Round(String step, String reviewer, String at, String opinion) {}

    /** A coded reason to send something back. */
    public record Reason(String code, String text) {}
}
