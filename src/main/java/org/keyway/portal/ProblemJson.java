package org.keyway.portal;

import java.util.List;

/** An RFC 9457 problem detail; {@code errors} lists everything that is wrong with the input. */
public record ProblemJson(String type, String title, int status, String detail, List<Fault> errors) {

    /** One thing that is wrong with one field or file. */
    public record Fault(String field, String message) {}
}
