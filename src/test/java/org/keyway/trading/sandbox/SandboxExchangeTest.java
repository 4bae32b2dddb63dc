package org.keyway.trading.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.payment.PartnerBench;
import org.keyway.shared.Notice;
import org.keyway.shared.sandbox.SandboxKey;
import org.keyway.trading.TradingSystem;
import org.keyway.trading.TradingSystemContract;

class SandboxExchangeTest extends TradingSystemContract {

    @TempDir
    static Path data;

    private PartnerBench bench;
    private SandboxExchange exchange;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(
                data,
                (path, headers, body) -> org.keyway.shared.NoticeAnswer.text(200, "success"),
                "org.keyway.trading");
        exchange = bench.bean(SandboxExchange.class);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Override
    protected TradingSystem system() {
        return exchange;
    }

    @Override
    protected Notice accepted(boolean forged) {
        Notice notice = exchange.write(Map.of(
                "noticeId",
                "n1",
                "kind",
                "BINDING",
                "orderNo",
                "XB20261121000017",
                "requestNo",
                "XB20261121000017B1",
                "binding",
                "ACCEPTED",
                "reason",
                "ok"));
        return forged
                ? new Notice(Map.of("X-Sandbox-Signature", SandboxKey.in(null).sign(notice.body())), notice.body())
                : notice;
    }

    @Override
    protected List<String> keyStates(String keySerial) {
        return bench.bean(SandboxBooks.class).keyStates(keySerial);
    }

    @Override
    protected void breakDown() {
        bench.bean(SandboxMode.class).setMode("trading", "ERROR");
    }
}
