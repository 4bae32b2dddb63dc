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

    /** From the first step that is missing to DONE. */
    void run(String serial, String code, char[] pin) {
        tokens.open(serial).close();
        String id = server.job(serial, code);
        try (Token token = tokens.open(serial)) {
            var channel = server.channel(id, code, step -> progress.put(serial, step));
            Instruction end = new JobRunner(token, channel, pin).run();
            progress.put(serial, end.step());
        }
    }

    /** The last step that was reported; START before there was any. */
    JobStep progress(String serial) {
        return progress.getOrDefault(serial, JobStep.START);
    }
}
