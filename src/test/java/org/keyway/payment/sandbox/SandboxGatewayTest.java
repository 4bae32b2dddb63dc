package org.keyway.payment.sandbox;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.payment.PartnerBench;
import org.keyway.payment.PaymentGateway;
import org.keyway.payment.PaymentGatewayContract;
import org.keyway.payment.Trade;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.sandbox.SandboxKey;

class SandboxGatewayTest extends PaymentGatewayContract {

    @TempDir
    static Path data;

    private PartnerBench bench;
    private SandboxGateway gateway;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(
                data, (path, headers, body) -> NoticeAnswer.text(200, "success"), "org.keyway.payment");
        gateway = bench.bean(SandboxGateway.class);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected void payerPays(String paymentNo) {
        bench.bean(SandboxBooks.class).move(paymentNo, Trade.State.PAID);
    }

    @Override
    protected Notice notice(String paymentNo, long cents, Forge forge) {
        Map<String, Object> fields = Map.of(
                "noticeId",
                paymentNo + "-PAID",
                "appId",
                forge == Forge.APP ? "somebody-else" : SandboxGateway.APP_ID,
                "paymentNo",
                paymentNo,
                "amountCents",
                cents,
                "outcome",
                "PAID",
                "tradeNo",
                "SBX1");
        return gateway.write(fields, forge == Forge.SIGNATURE ? SandboxKey.in(null) : gateway.key());
    }

    @Override
    protected void breakDown() {
        bench.bean(SandboxMode.class).setMode("payment", "ERROR");
    }

    @Override
    protected long givenBack() {
        return bench.count("select coalesce(sum(amount_cents), 0) from sandbox_refund");
    }
}
