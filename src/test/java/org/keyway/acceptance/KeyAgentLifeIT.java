package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key in use and the real agent: killed, or the key pulled, at every step of every job; and what is refused. */
class KeyAgentLifeIT extends RunningKeyway {

    private static final String GONE = "没有找到这把锁";
    private static final String CHOSEN = "Heron-2468";
    /** What the agent asks the server: which job, and then each step of it. */
    private static final List<String> STEPS = List.of("/jobs", "/start", "/request", "/certify", "/seal", "/read-back");

    private static final List<String> SEALING = List.of("/jobs", "/start", "/seal", "/read-back");

    @TempDir
    Path home;

    @Autowired
    private JdbcClient jdbc;

    private String serial;
    private String pin;
    private HomeAgent holder;
    private KeyLife life;

    @BeforeEach
    void hasAKeyInUse() throws IOException {
        SelfWriting writing = SelfWriting.arrived(keyway, 1, any -> any);
        serial = writing.serials().get(0);
        pin = writing.pin();
        holder = new HomeAgent(ADDRESS, AGENT_PORT, home, DATA, serial);
        life = new KeyLife(keyway, "zhao", serial);
        holder.writes(writing.codes().get(serial)).expect(200);
        holder.stamps(writing.order(), pin);
        life.begins(writing.order());
    }

    @AfterEach
    void isPutAway() {
        holder.close();
        keyway.clockIsReset();
    }

    @Test
    void everyJobSurvivesDeathAndAPulledKeyAtEveryStep() {
        keyway.clockAdvances("P345D");
        Case renewal = life.renewal();
        survives(renewal, STEPS);
        assertOnePair(renewal);
        holder.stamps(renewal, pin);
        renewal.becomes("COMPLETED");
        Case replacement = life.replacement();
        survives(replacement, STEPS);
        assertOnePair(replacement);
        holder.stamps(replacement, pin);
        life.bound(replacement);
        keyway.clockAdvances("P360D");
        Case inspection = life.inspection();
        survives(inspection, SEALING);
        assertThat(made(inspection, "certificate_intent")).isZero();
        assertThat(made(inspection, "key_seal")).isOne();
        assertThat(certificates("ACTIVE")).hasSize(2);
        assertThat(holder.agent.said()).doesNotContain("Exception").doesNotContain(pin);
    }

    @Test
    void unlockingSurvivesDeathAndAPulledKeyAtEveryStep() {
        lockTheKey();
        Case order = life.unlocking();
        String code = KeyLife.code(order);
        Supplier<Answer> work = () -> holder.unlocks(code, CHOSEN);
        dies(serial, false, work);
        dies(serial, true, work);
        pulled(serial, work);
        dies("/proof", false, work);
        assertThat(key().get("state").asText()).isEqualTo("PIN_LOCKED");
        dies("/proof", true, work);
        says(holder.unlocks(code, CHOSEN), 409, "如果已经解锁");
        order.becomes("COMPLETED");
        holder.tries(CHOSEN).expect(200);
        assertThat(key().get("state").asText()).isEqualTo("ACTIVE");
        assertThat(holder.agent.said())
                .doesNotContain("Exception")
                .doesNotContain(CHOSEN)
                .doesNotContain(code);
        assertThat(StoredText.places(jdbc, CHOSEN)).isEmpty();
        assertThat(LogKeeper.text()).doesNotContain(CHOSEN);
    }

    @Test
    void refusesClearlyAndChangesNothing() {
        keyway.clockAdvances("P345D");
        List<JsonNode> before = certificates("ACTIVE");
        Case order = life.renewal();
        String pass = holder.pass(order).expect(200).json().get("pass").asText();
        says(holder.job(Map.of("pass", pass)), 422, "用户口令");
        says(holder.job(Map.of("pass", pass, "pin", "wrong-one")), 409, "还可以再试 5 次");
        says(holder.job(Map.of("pass", "12345678", "pin", pin)), 422, "写锁凭据无效");
        says(holder.job(Map.of("authorizationCode", "12345678", "pin", pin)), 422, "写锁凭据无效");
        order.applicant()
                .post(order.path("/job-passes"), Map.of("keySerial", order.blankKey()))
                .expect(422);
        keyway.as("zhang")
                .post(order.path("/job-passes"), Map.of("keySerial", serial))
                .expect(404);
        keyway.as("li")
                .post(order.path("/job-passes"), Map.of("keySerial", serial))
                .expect(404);
        Answer page = keyway.anonymous()
                .send("GET", "/api/agent/jobs?serial=" + serial, null, Map.of("Sec-Fetch-Site", "same-origin"));
        says(page, 403, "只供写锁助手");
        keyway.clockAdvances("PT31M");
        says(holder.job(Map.of("pass", pass, "pin", pin)), 422, "已过期");
        lockTheKey();
        says(holder.job(Map.of("pass", freshPass(order), "pin", pin)), 409, "请办理解锁");
        assertThat(certificates("ACTIVE")).isEqualTo(before);
        assertThat(made(order, "key_writing_job")).isZero();
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        isNotUnlockedBy(life.unlocking());
    }

    private void isNotUnlockedBy(Case order) {
        String code = KeyLife.code(order);
        says(holder.unlocks(code, "123456"), 422, "不要用连号");
        says(holder.unlocks("x", CHOSEN), 422, "8 位");
        String wrong = code.equals("00000000") ? "00000001" : "00000000";
        says(holder.unlocks(wrong, CHOSEN), 422, "还可以再试 4 次");
        keyway.clockAdvances("PT31M");
        says(holder.unlocks(code, CHOSEN), 422, "过期");
        order.does("Task_UnlockOwnKey", Map.of("resend", "true"));
        order.ownTask("Task_UnlockOwnKey");
        for (int tried = 1; tried < 5; tried++) {
            holder.unlocks(wrong, CHOSEN).expect(422);
        }
        says(holder.unlocks(wrong, CHOSEN), 422, "错误次数过多");
        says(holder.unlocks(KeyLife.code(order), CHOSEN), 422, "错误次数过多");
        says(holder.tries(pin), 409, "请办理解锁");
        assertThat(order.read().get("status").asText()).isEqualTo("UNLOCKING");
    }

    /** Dies before and after each request of the job, and before has the key pulled while it is written. */
    private void survives(Case order, List<String> steps) {
        String last = steps.get(steps.size() - 1);
        for (String step : steps) {
            if (!step.equals(last)) {
                pulled("/start", () -> holder.rewrites(order, pin));
            }
            dies(step, false, () -> holder.rewrites(order, pin));
            dies(step, true, () -> holder.rewrites(order, pin));
        }
        assertThat(holder.pass(order).expect(409).text()).contains("如果已经写好");
    }

    private void dies(String step, boolean after, Supplier<Answer> work) {
        holder.wire.cutOn(step, after, holder.agent::kill);
        assertThatThrownBy(work::get)
                .as("killed at %s, after the server heard it: %s", step, after)
                .isInstanceOf(UncheckedIOException.class);
        holder.agent.start();
    }

    private void pulled(String step, Supplier<Answer> work) {
        holder.wire.cutOn(step, false, holder::pull);
        says(work.get(), 409, GONE);
        holder.plugIn();
    }

    private void lockTheKey() {
        for (int wrong = 0; wrong < 6; wrong++) {
            holder.tries("wrong-one").expect(409);
        }
    }

    private String freshPass(Case order) {
        return holder.pass(order).expect(200).json().get("pass").asText();
    }

    private void assertOnePair(Case order) {
        assertThat(made(order, "certificate_intent")).isEqualTo(2);
        assertThat(made(order, "key_seal")).isOne();
        List<String> active = certificates("ACTIVE").stream()
                .map(each -> each.get("serial").asText())
                .toList();
        List<String> ours = jdbc.sql("select serial from certificate_intent where order_no = ?")
                .param(order.orderNo())
                .query(String.class)
                .list();
        assertThat(active).containsAll(ours);
    }

    private int made(Case order, String table) {
        return jdbc.sql("select count(*) from " + table + " where order_no = ?")
                .param(order.orderNo())
                .query(Integer.class)
                .single();
    }

    private List<JsonNode> certificates(String state) {
        return StreamSupport.stream(key().get("certificates").spliterator(), false)
                .filter(each -> each.get("state").asText().equals(state))
                .toList();
    }

    private JsonNode key() {
        return keyway.as("zhao").get("/api/keys/" + serial).expect(200).json();
    }

    private static void says(Answer answer, int status, String words) {
        answer.expect(status);
        assertThat(answer.text()).as("%s", answer).contains(words);
    }
}
