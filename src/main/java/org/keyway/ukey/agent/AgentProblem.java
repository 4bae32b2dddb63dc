package org.keyway.ukey.agent;

/** A refusal that the page shows; {@code code} is a key of the agent's bundle, or the wording of the server itself. */
final class AgentProblem extends RuntimeException {

    private final int status;
    private final String code;
    private final String field;
    private final transient Object[] arguments;

    AgentProblem(int status, String code, Object... arguments) {
        this(status, null, code, arguments);
    }

    private AgentProblem(int status, String field, String code, Object[] arguments) {
        super(code);
        this.status = status;
        this.field = field;
        this.code = code;
        this.arguments = arguments;
    }

    /** HTTP 422 about one field. */
    static AgentProblem of(String field, String code, Object... arguments) {
        return new AgentProblem(422, field, code, arguments);
    }

    int status() {
        return status;
    }

    String field() {
        return field;
    }

    String text(AgentTexts texts) {
        return texts.of(code, arguments);
    }
}
