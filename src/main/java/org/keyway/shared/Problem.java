package org.keyway.shared;

import java.util.List;

/**
 * A refusal that a person can understand and act on; becomes an RFC 9457 problem detail.
 *
 * <p>{@code code} and the codes of the field errors are keys of the message bundle {@code messages.properties}; the
 * wording itself is never in Java.
 */
public final class Problem extends RuntimeException {

    /** One thing that is wrong with one field, file or element; {@code arguments} fill the bundle text. */
    public record FieldError(String field, String code, Object... arguments) {}

    private final int status;
    private final String code;
    private final transient Object[] arguments;
    private final transient List<FieldError> errors;

    private Problem(int status, String code, List<FieldError> errors, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.errors = errors;
        this.arguments = arguments;
    }

    /** HTTP 422: everything that is wrong with the input, at once. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "problem.invalid", List.copyOf(errors));
    }

    /** HTTP 422 about a single field. */
    public static Problem invalid(String field, String code, Object... arguments) {
        return invalid(List.of(new FieldError(field, code, arguments)));
    }

    /** HTTP 400: the request itself cannot be understood. */
    public static Problem malformed(String code, Object... arguments) {
        return new Problem(400, code, List.of(), arguments);
    }

    /** HTTP 403: known person, not allowed. */
    public static Problem forbidden(String code, Object... arguments) {
        return new Problem(403, code, List.of(), arguments);
    }

    /** HTTP 404: not there, or not yours. */
    public static Problem notFound(String code, Object... arguments) {
        return new Problem(404, code, List.of(), arguments);
    }

    /** HTTP 409: right request, wrong moment. */
    public static Problem conflict(String code, Object... arguments) {
        return new Problem(409, code, List.of(), arguments);
    }

    /** HTTP 413: too large. */
    public static Problem tooLarge(String code, Object... arguments) {
        return new Problem(413, code, List.of(), arguments);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public List<FieldError> errors() {
        return errors;
    }
}
