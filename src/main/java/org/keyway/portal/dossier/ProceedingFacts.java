package org.keyway.portal.dossier;

import java.util.Map;
import org.keyway.notification.MessageView;
import org.keyway.notification.Notifications;
import org.keyway.portal.Wording;
import org.keyway.review.ReviewDecisions;
import org.keyway.ukey.GivenUpKeys;
import org.keyway.ukey.GivenUpKeys.GivenUp;
import org.keyway.ukey.WritingLog;
import org.springframework.stereotype.Component;

/** What was done about an application, as evidence: decisions, key writing, messages without their secrets. */
@Component
class ProceedingFacts {

    private final ReviewDecisions decisions;
    private final WritingLog writing;
    private final GivenUpKeys givenUp;
    private final Notifications messages;
    private final Wording wording;

    ProceedingFacts(
            ReviewDecisions decisions,
            WritingLog writing,
            GivenUpKeys givenUp,
            Notifications messages,
            Wording wording) {
        this.decisions = decisions;
        this.writing = writing;
        this.givenUp = givenUp;
        this.messages = messages;
        this.wording = wording;
    }

    Map<String, Object> of(String orderNo) {
        return Row.of(
                        "decisions",
                        decisions.of(orderNo).stream().map(this::decision).toList())
                .and("writing", writing.of(orderNo).stream().map(this::attempt).toList())
                .and("givenUp", givenUp.of(orderNo).stream().map(this::givenUp).toList())
                .and(
                        "messages",
                        messages.of(orderNo).stream().map(this::message).toList())
                .asMap();
    }

    private Map<String, Object> decision(ReviewDecisions.Entry entry) {
        return Row.of("round", entry.round())
                .and("stage", wording.text("dossier.stage." + entry.stage()))
                .and("reviewer", entry.reviewer())
                .and("opinion", entry.opinion())
                .and("decidedAt", wording.time(entry.decidedAt()))
                .asMap();
    }

    private Map<String, Object> attempt(WritingLog.Attempt attempt) {
        return Row.of("number", attempt.keyIndex() + 1)
                .and("round", attempt.round())
                .and("serial", attempt.serial())
                .and("source", wording.text("dossier.source." + attempt.source()))
                .and("step", wording.text("dossier.step." + attempt.step()))
                .and("startedAt", wording.time(attempt.startedAt()))
                .and("updatedAt", wording.time(attempt.updatedAt()))
                .asMap();
    }

    private Map<String, Object> givenUp(GivenUp key) {
        return Row.of("number", key.keyIndex() + 1)
                .and("serial", key.serial() == null ? "" : key.serial())
                .and("at", wording.time(key.at()))
                .asMap();
    }

    private Map<String, Object> message(MessageView view) {
        return Row.of("channel", wording.text("dossier.channel." + view.channel()))
                .and("to", view.to())
                .and("text", view.text())
                .and("sentAt", wording.time(view.sentAt()))
                .asMap();
    }
}
