package org.keyway.shipping.sandbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.payment.PartnerBench;
import org.keyway.shared.Notice;
import org.keyway.shared.sandbox.SandboxKey;
import org.keyway.shipping.Carrier;
import org.keyway.shipping.CarrierContract;
import org.keyway.shipping.RouteEvent;

class SandboxCourierTest extends CarrierContract {

    @TempDir
    static Path data;

    private PartnerBench bench;
    private SandboxCourier courier;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(
                data,
                (path, headers, body) -> org.keyway.shared.NoticeAnswer.text(200, "success"),
                "org.keyway.shipping");
        courier = bench.bean(SandboxCourier.class);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Override
    protected Carrier carrier() {
        return courier;
    }

    @Override
    protected Notice delivered(String waybillNo) {
        RouteEvent event = new RouteEvent(
                waybillNo,
                "DELIVERED-001",
                RouteEvent.Kind.DELIVERED,
                Instant.parse("2026-11-21T02:00:00Z"),
                "收件网点",
                "快件已送达");
        bench.bean(SandboxBooks.class).add(event);
        return courier.write(event);
    }

    @Override
    protected Notice forged(String waybillNo) {
        byte[] body = "{\"waybillNo\":\"%s\"}".formatted(waybillNo).getBytes();
        return new Notice(Map.of("X-Sandbox-Signature", SandboxKey.in(null).sign(body)), body);
    }

    @Override
    protected void breakDown() {
        bench.bean(SandboxMode.class).setMode("carrier", "GARBAGE");
    }
}
