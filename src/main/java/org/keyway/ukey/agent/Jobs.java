package org.keyway.ukey.agent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.ukey.Token;
import org.keyway.ukey.Tokens;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobRunner;
import org.keyway.ukey.job.JobStep;

/** Runs key-writing jobs; the page may ask how far one is while it runs. */
final class Jobs {

    private final Tokens tokens;
    private final ServerLine server;
    private final Map<String, JobStep> progress = new ConcurrentHashMap<>();

    Jobs(Tokens tokens, ServerLine server) {
        this.tokens = tokens;
        this.server = server;
    }

    /** From the first step that is missing to DONE; {@code code}: authorization code, or pass for a key in use. */
    void run(String serial, String code, char[] pin) {
        progress.remove(serial);
        tokens.open(serial).close();
        Offer offer = server.job(serial, code);
        if (!offer.isForBlank() && pin.length == 0) {
            throw AgentProblem.of("pin", "agent.field.pin");
        }
        try (Token token = tokens.open(serial)) {
            var channel = server.channel(offer.id(), code, step -> progress.put(serial, step));
            JobRunner runner = new JobRunner(token, channel, pin);
            Instruction end = (offer.isForBlank() ? runner : runner.opened()).run();
            progress.put(serial, end.step());
        }
    }

    /** The last step that was reported; START before there was any. */
    JobStep progress(String serial) {
        return progress.getOrDefault(serial, JobStep.START);
    }
}
