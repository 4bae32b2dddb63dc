package org.keyway.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.payment.PartnerBench;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.Problem;
import org.keyway.shipping.sandbox.SandboxCarrier;
import org.keyway.shipping.sandbox.SandboxMode;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ParcelsTest {

    private static final String ORDER = "XB20261121000017";

    @TempDir
    static Path data;

    private PartnerBench bench;
    private Parcels parcels;
    private SandboxCarrier carrier;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(
                data,
                (path, headers, body) -> {
                    NoticeAnswer answer =
                            parcels.receive(path.substring(path.lastIndexOf('/') + 1), new Notice(headers, body));
                    return new org.keyway.shared.NoticeAnswer(answer.status(), answer.mediaType(), answer.body());
                },
                "org.keyway.shipping");
        parcels = bench.bean(Parcels.class);
        carrier = bench.bean(SandboxCarrier.class);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Test
    void fromPackingToTheSignature() {
        String waybill = dispatched();
        assertThat(waybill).matches("SB\\d{12}");
        carrier.event(waybill, "PICKED_UP");
        carrier.event(waybill, "IN_TRANSIT");
        carrier.event(waybill, "IN_TRANSIT");
        carrier.event(waybill, "DELIVERED");
        ParcelView view = parcels.of(ORDER).orElseThrow();
        assertThat(view.status()).isEqualTo(ParcelStatus.DELIVERED);
        assertThat(view.events())
                .extracting(ParcelView.Event::text)
                .containsExactly("快递员已取件", "快件在运输途中", "快件在运输途中", "快件已送达，请当面验收");
        assertThat(bench.heard(ParcelDelivered.class)).containsExactly(new ParcelDelivered(ORDER, waybill));
        parcels.signFor(ORDER);
        parcels.signFor(ORDER);
        assertThat(parcels.of(ORDER).orElseThrow().status()).isEqualTo(ParcelStatus.SIGNED);
    }

    @Test
    void aParcelIsOrderedOnceHoweverOften() {
        String waybill = dispatched();
        assertThat(parcels.dispatch(ORDER)).isEqualTo(new DispatchResult.Dispatched(waybill));
        parcels.prepare(ORDER, someone("浙江省嵊州市测试路1号"), Freight.COLLECT, List.of("K2"));
        assertThat(parcels.dispatch(ORDER)).isEqualTo(new DispatchResult.Dispatched(waybill));
        assertThat(bench.count("select count(*) from sandbox_parcel")).isEqualTo(1);
    }

    @Test
    void aBadAddressIsAnAnswerAndCanBeMended() {
        parcels.prepare(ORDER, someone("短"), Freight.PREPAID, List.of("K1"));
        assertThat(parcels.dispatch(ORDER)).isInstanceOf(DispatchResult.AddressInvalid.class);
        assertThat(parcels.of(ORDER).orElseThrow().status()).isEqualTo(ParcelStatus.ADDRESS_INVALID);
        assertThat(dispatched()).startsWith("SB");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED,true,false", "RETURNED,true,false", "LOST,false,true"})
    void whatDidNotArriveMayBeSentAgain(String event, boolean returned, boolean lost) {
        String first = dispatched();
        carrier.event(first, event);
        assertThat(!bench.heard(ParcelReturned.class).isEmpty()).isEqualTo(returned);
        assertThat(!bench.heard(ParcelLost.class).isEmpty()).isEqualTo(lost);
        assertThat(dispatched()).isNotEqualTo(first);
    }

    @Test
    void refusedAndThenReturnedIsToldOnce() {
        String waybill = dispatched();
        carrier.event(waybill, "REFUSED");
        carrier.event(waybill, "RETURNED");
        assertThat(bench.heard(ParcelReturned.class)).hasSize(1);
        assertThat(parcels.of(ORDER).orElseThrow().status()).isEqualTo(ParcelStatus.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "ERROR", "GARBAGE"})
    void aCarrierThatIsDownDoublesNothing(String bad) {
        SandboxMode mode = bench.bean(SandboxMode.class);
        mode.setMode("carrier", bad);
        assertThatThrownBy(this::dispatched).isInstanceOf(CarrierFailure.class);
        mode.setMode("carrier", "UP");
        dispatched();
        assertThat(bench.count("select count(*) from sandbox_parcel")).isEqualTo(1);
    }

    /** By a job, which runs in a transaction of its own and must not wait for itself. */
    @Test
    void aLostPushIsAskedForAfterSixHours() {
        String waybill = dispatched();
        SandboxMode mode = bench.bean(SandboxMode.class);
        mode.setMode("carrier", "ERROR");
        carrier.event(waybill, "DELIVERED");
        mode.setMode("carrier", "UP");
        assertThat(bench.heard(ParcelDelivered.class)).isEmpty();
        bench.clock.advance(Duration.ofHours(7));
        TransactionTemplate job = new TransactionTemplate(bench.bean(PlatformTransactionManager.class));
        job.executeWithoutResult(begun -> parcels.followQuiet(Duration.ofHours(6)));
        job.executeWithoutResult(again -> parcels.followQuiet(Duration.ofHours(6)));
        assertThat(bench.heard(ParcelDelivered.class)).hasSize(1);
    }

    @Test
    void whatIsUnknownIsRefused() {
        assertThatThrownBy(() -> carrier.event("SB000000000000", "DELIVERED")).isInstanceOf(Problem.class);
        String waybill = dispatched();
        assertThatThrownBy(() -> carrier.event(waybill, "EXPLODED")).isInstanceOf(Problem.class);
        assertThat(parcels.receive("sandbox", new Notice(java.util.Map.of(), "{}".getBytes()))
                        .isAccepted())
                .isFalse();
        assertThat(parcels.receive("nobody", new Notice(java.util.Map.of(), new byte[0]))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoFetchesTheKeyHasNoParcel() {
        parcels.signFor(ORDER);
        assertThat(parcels.of(ORDER)).isEmpty();
    }

    private String dispatched() {
        parcels.prepare(ORDER, someone("浙江省嵊州市测试路1号"), Freight.PREPAID, List.of("K1"));
        return ((DispatchResult.Dispatched) parcels.dispatch(ORDER)).waybillNo();
    }

    private static Consignee someone(String address) {
        return new Consignee("张测试", "13800000001", "330683", address);
    }
}
