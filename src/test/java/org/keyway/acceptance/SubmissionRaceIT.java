package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Several clicks at the same moment: one of them counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmissionRaceIT extends RunningKeyway {

    private static final int CLICKS = 8;

    @Test
    void manyClicksOnSubmitMakeOneProcess() throws Exception {
        Case order = Case.drafted(keyway, "zhang", "330683", Map.of());
        List<Integer> answers = atOnce(
                () -> order.applicant().post(order.path("/submission"), null).status());
        assertThat(answers.stream().filter(status -> status == 202)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(CLICKS - 1);
        order.becomes("PENDING_REVIEW");
        assertThat(processes(order)).isEqualTo(1);
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED");
    }

    @Test
    void deletingBesideSubmittingLeavesBothOrNothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            Case order = Case.drafted(keyway, "zhang", "330683", Map.of());
            List<Callable<Integer>> clicks = new ArrayList<>();
            clicks.add(() ->
                    order.applicant().post(order.path("/submission"), null).status());
            clicks.add(() -> order.applicant().delete(order.path("")).status());
            assertThat(atOnce(clicks)).allMatch(status -> status < 500);
            boolean there = order.applicant().get(order.path("")).status() == 200;
            assertThat(processes(order)).isEqualTo(there ? 1 : 0);
        }
    }

    private int processes(Case order) {
        return keyway.as("admin")
                .get(
                        "/engine-rest/history/process-instance/count?processDefinitionKey=new-issuance&processInstanceBusinessKey="
                                + order.orderNo())
                .expect(200)
                .json()
                .get("count")
                .asInt();
    }

    private static List<Integer> atOnce(Callable<Integer> click) throws Exception {
        return atOnce(java.util.Collections.nCopies(CLICKS, click));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> clicks) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(clicks.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : hands.invokeAll(clicks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hands.shutdown();
        }
    }
}
