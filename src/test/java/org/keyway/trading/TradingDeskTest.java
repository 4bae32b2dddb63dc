package org.keyway.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.payment.PartnerBench;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.Problem;
import org.keyway.trading.sandbox.SandboxMode;
import org.keyway.trading.sandbox.SandboxTrading;

class TradingDeskTest {

    private static final String ORDER = "XB20261121000017";

    @TempDir
    static Path data;

    private PartnerBench bench;
    private TradingDesk desk;
    private SandboxTrading trading;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(
                data,
                (path, headers, body) -> {
                    NoticeAnswer answer = desk.receive(new Notice(headers, body));
                    return new org.keyway.shared.NoticeAnswer(answer.status(), answer.mediaType(), answer.body());
                },
                "org.keyway.trading");
        desk = bench.bean(TradingDesk.class);
        trading = bench.bean(SandboxTrading.class);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"zhang,APPROVED", "zhao,APPROVED", "qian,APPROVED", "sun,NOT_APPROVED", "nobody,NOT_APPROVED"})
    void theCreditLibraryOfTheDemo(String account, CreditStanding standing) {
        assertThat(desk.creditOf(account)).isEqualTo(standing);
    }

    @Test
    void aStandingCanChange() {
        trading.answer(ORDER, Map.of("creditApproved", true, "account", "sun"));
        assertThat(desk.creditOf("sun").isApproved()).isTrue();
        assertThat(bench.heard(CreditChanged.class)).containsExactly(new CreditChanged("sun", true));
    }

    @Test
    void theAnswerMayComeAfterOrBeforeTheRequest() {
        desk.requestBinding(ORDER, List.of("K1"));
        assertThat(desk.bindingAnswer(ORDER)).isEmpty();
        trading.answer(ORDER, Map.of("binding", "ACCEPTED"));
        assertThat(desk.bindingAnswer(ORDER)).contains(true);
        assertThat(bench.heard(BindingAnswered.class)).containsExactly(new BindingAnswered(ORDER, true, ""));

        String early = "XB20261121000018";
        trading.answer(early, Map.of("binding", "REJECTED", "reason", "locked"));
        desk.requestBinding(early, List.of("K2"));
        assertThat(desk.bindingAnswer(early)).contains(false);
    }

    @Test
    void afterARejectionItAsksAnew() {
        desk.requestBinding(ORDER, List.of("K1"));
        desk.requestBinding(ORDER, List.of("K1"));
        trading.answer(ORDER, Map.of("binding", "REJECTED"));
        desk.requestBinding(ORDER, List.of("K1"));
        assertThat(desk.bindingAnswer(ORDER)).isEmpty();
        assertThat(bench.count("select count(*) from sandbox_binding")).isEqualTo(2);
    }

    @Test
    void aLateAnswerToAnOldRequestChangesNothing() {
        desk.requestBinding(ORDER, List.of("K1"));
        trading.answer(ORDER, Map.of("binding", "REJECTED"));
        desk.requestBinding(ORDER, List.of("K1"));
        NewsDesk news = bench.bean(NewsDesk.class);
        news.apply(new TradingNews.Binding("late", ORDER, ORDER + "B1", false, ""));
        assertThat(desk.bindingAnswer(ORDER)).isEmpty();
        trading.answer(ORDER, Map.of("binding", "ACCEPTED"));
        news.apply(new TradingNews.Binding("later", ORDER, ORDER + "B1", false, ""));
        assertThat(desk.bindingAnswer(ORDER)).contains(true);
        assertThat(bench.heard(BindingAnswered.class)).hasSize(2);
    }

    @Test
    void bidOpeningIsKept() {
        trading.answer(ORDER, Map.of("bidOpeningAt", "2026-11-25T09:00:00+08:00"));
        assertThat(desk.bidOpeningAt(ORDER)).contains(Instant.parse("2026-11-25T01:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT", "ERROR", "GARBAGE"})
    void whileItIsDownTheLastStandingCountsAndNothingDoubles(String bad) {
        desk.creditOf("zhang");
        bench.bean(SandboxMode.class).setMode("trading", bad);
        assertThat(desk.creditOf("zhang").isApproved()).isTrue();
        assertThatThrownBy(() -> desk.creditOf("zhao")).isInstanceOf(TradingFailure.class);
        assertThatThrownBy(() -> desk.requestBinding(ORDER, List.of("K1"))).isInstanceOf(TradingFailure.class);
        bench.bean(SandboxMode.class).setMode("trading", "UP");
        desk.requestBinding(ORDER, List.of("K1"));
        assertThat(bench.count("select count(*) from sandbox_binding")).isEqualTo(1);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> trading.answer(ORDER, Map.of("binding", "MAYBE")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> trading.answer(ORDER, Map.of("bidOpeningAt", "soon")))
                .isInstanceOf(Problem.class);
        assertThat(desk.receive(new Notice(Map.of(), "{}".getBytes())).isAccepted())
                .isFalse();
    }
}
