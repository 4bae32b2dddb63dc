package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.acceptance.AgentProcess;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.KeyLife;
import org.keyway.acceptance.LogKeeper;
import org.keyway.acceptance.RunningKeyway;
import org.keyway.acceptance.SelfWriting;
import org.keyway.acceptance.StoredText;
import org.keyway.ukey.pkcs11.SoftHsm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole life of a key at its holder's: the page in Chromium drives the real agent, with a soft key and with one
 * behind PKCS#11. The server never has the key, nor the PIN that its holder chose.
 */
class KeyAgentScenarioIT extends RunningKeyway {

    private static final String CHOSEN = "Heron-2468";
    private static final String ANOTHER = "Plover-8642";
    private static final int TRIES = 6;

    @TempDir
    Path home;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void needsABrowser() {
        if (Boolean.getBoolean("keyway.ci")) {
            assertThat(Browser.isHere())
                    .as("Chromium and its driver in /usr/bin")
                    .isTrue();
        }
        Assumptions.assumeTrue(Browser.isHere(), "skipped: no Chromium with chromedriver in /usr/bin");
    }

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @Test
    void livesAsASoftKey() throws IOException {
        SelfWriting writing = SelfWriting.arrived(keyway, 1, any -> any);
        String file = writing.serials().get(0) + ".token";
        Files.createDirectories(home.resolve("tokens"));
        Files.move(DATA.resolve("tokens").resolve(file), home.resolve("tokens").resolve(file));
        lives(writing, "soft", "--soft-dir=" + home.resolve("tokens"));
    }

    @Test
    void livesBehindPkcs11() throws IOException {
        Path library = SoftHsm.library();
        String serial = SoftHsm.blank(home.resolve("counters"));
        SelfWriting writing = SelfWriting.arrived(keyway, 1, reserved -> {
            jdbc.sql("update key_device set serial = ? where serial = ?")
                    .params(serial, reserved)
                    .update();
            return serial;
        });
        lives(writing, "pkcs11", "--module=" + library, "--factory-so-pin=" + SoftHsm.FACTORY_SO_PIN);
    }

    private void lives(SelfWriting writing, String name, String... keys) throws IOException {
        String serial = writing.serials().get(0);
        KeyLife life = new KeyLife(keyway, "zhao", serial);
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots"));
                AgentProcess agent = new AgentProcess(ADDRESS, AGENT_PORT, home, Map.of(), keys)) {
            agent.start().pair();
            KeyAtHome holder = new KeyAtHome(browser, agent, serial).knows(writing.pin());
            holder.pairs("zhao", writing.order());
            holder.reports(writing.order());
            assertThat(keyway.as("chen")
                            .get("/desk/orders/" + writing.order().orderNo() + "/sheet")
                            .expect(200)
                            .text())
                    .contains("写锁助手环境检测");
            holder.issues(writing.order(), writing.codes().get(serial), "agent-" + name);
            life.begins(writing.order());
            holder.changesPin(CHOSEN, "agent-keys-" + name);
            List<String> issued = active(serial);
            isRenewedAndChanged(life, holder, serial, issued, name);
            isLockedAndUnlocked(life, holder, agent, serial);
            isLostAndFound(life, holder, serial);
            isReplacedAndInspected(life, holder, serial, name);
            holder.complainsOfNothing(writing.pin(), CHOSEN, ANOTHER);
        }
        for (String secret : List.of(CHOSEN, ANOTHER)) {
            assertThat(StoredText.places(jdbc, secret)).isEmpty();
            assertThat(LogKeeper.text()).doesNotContain(secret);
        }
    }

    private void isRenewedAndChanged(KeyLife life, KeyAtHome holder, String serial, List<String> issued, String name) {
        String end = key(serial).at("/seal/notAfter").asText();
        keyway.clockAdvances("P345D");
        Case renewal = life.renewal();
        holder.fails(renewal, "wrong-one", "还可以再试 5 次");
        assertThat(active(serial)).as("refused before anything happened").isEqualTo(issued);
        assertThat(renewal.read().get("status").asText()).isEqualTo("AWAITING_SELF_WRITE");
        holder.writes(renewal, "agent-renewal-" + name);
        renewal.becomes("COMPLETED");
        assertThat(active(serial)).hasSize(2).doesNotContainAnyElementsOf(issued);
        assertThat(key(serial).at("/seal/notAfter").asText()).isGreaterThan(end);
        List<String> renewed = active(serial);
        Case change = life.change("新样例");
        holder.writes(change, "agent-change-" + name);
        life.bound(change);
        assertThat(active(serial)).hasSize(2).doesNotContainAnyElementsOf(renewed);
    }

    private void isLockedAndUnlocked(KeyLife life, KeyAtHome holder, AgentProcess agent, String serial) {
        for (int wrong = 1; wrong <= TRIES; wrong++) {
            agent.ask("POST", "/locks/" + serial + "/stamp", Map.of("pin", "wrong-one"))
                    .expect(409);
        }
        assertThat(agent.ask("POST", "/locks/" + serial + "/stamp", Map.of("pin", CHOSEN))
                        .expect(409)
                        .text())
                .contains("请办理解锁");
        List<String> certificates = active(serial);
        Case order = life.unlocking();
        assertThat(key(serial).get("state").asText()).isEqualTo("PIN_LOCKED");
        holder.unlocks(order, KeyLife.code(order), ANOTHER);
        assertThat(key(serial).get("state").asText()).isEqualTo("ACTIVE");
        assertThat(active(serial)).isEqualTo(certificates);
    }

    private void isLostAndFound(KeyLife life, KeyAtHome holder, String serial) {
        List<String> certificates = active(serial);
        Case loss = life.found();
        assertThat(active(serial)).isEmpty();
        holder.shows(loss);
        loss.becomes("RELEASED");
        assertThat(active(serial)).isEqualTo(certificates);
    }

    private void isReplacedAndInspected(KeyLife life, KeyAtHome holder, String serial, String name) {
        List<String> former = active(serial);
        Case replacement = life.replacement();
        holder.writes(replacement, "agent-replacement-" + name);
        life.bound(replacement);
        List<String> fresh = active(serial);
        assertThat(fresh).hasSize(2).doesNotContainAnyElementsOf(former);
        String end = key(serial).at("/seal/notAfter").asText();
        keyway.clockAdvances("P360D");
        Case inspection = life.inspection();
        holder.writes(inspection, "agent-inspection-" + name);
        inspection.becomes("COMPLETED");
        assertThat(key(serial).at("/seal/notAfter").asText()).isGreaterThan(end);
        assertThat(active(serial)).isEqualTo(fresh);
    }

    private JsonNode key(String serial) {
        return keyway.as("zhao").get("/api/keys/" + serial).expect(200).json();
    }

    private List<String> active(String serial) {
        return StreamSupport.stream(key(serial).get("certificates").spliterator(), false)
                .filter(each -> each.get("state").asText().equals("ACTIVE"))
                .map(each -> each.get("serial").asText())
                .sorted()
                .toList();
    }
}
