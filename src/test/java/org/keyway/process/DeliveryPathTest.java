package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryPathTest {

    @RegisterExtension
    static final EndEventCoverage COVERAGE = EndEventCoverage.of("delivery");

    private final FakeHouse house = ProcessBench.HOUSE;

    @Test
    void pinLeavesOnlyAfterSignFor() {
        OrderWalk walk = shipped(OrderWalk.of());
        assertThat(house.calls).doesNotContain("message initial_pin");
        walk.complete("Task_ConfirmReceipt").endsAt("EndEvent_Delivered");
        assertThat(house.calls).endsWith("confirmReceiptDelegate", "message initial_pin");
    }

    @Test
    void blankKeyHasNoPin() {
        shipped(OrderWalk.of("writeMode", "SELF_CODE"))
                .complete("Task_ConfirmReceipt")
                .endsAt("EndEvent_Delivered");
        assertThat(house.calls).doesNotContain("message initial_pin");
    }

    @Test
    void handedOverAtTheCounter() {
        OrderWalk.of("deliveryMode", "PICKUP")
                .start("delivery")
                .complete("Task_HandOver")
                .endsAt("EndEvent_Delivered");
        assertThat(house.calls).startsWith("message pickup_ready", "confirmReceiptDelegate");
    }

    @Test
    void badAddressIsFixed() {
        house.refuseOnce("dispatchParcelDelegate", "ADDRESS_INVALID");
        OrderWalk.of()
                .start("delivery")
                .complete("Task_PackParcel", "keySerial", "SN1")
                .complete("Task_FixAddress")
                .complete("Task_PackParcel", "keySerial", "SN1")
                .isAt("Task_ConfirmReceipt");
    }

    @Test
    void returnedParcelGoesOutAgain() {
        shipped(OrderWalk.of())
                .message("Message_ParcelReturned")
                .complete("Task_FixAddress")
                .isAt("Task_PackParcel");
    }

    @Test
    void signedForButNotConfirmed() {
        OrderWalk walk = shipped(OrderWalk.of());
        house.facts.holding.add("delivered");
        walk.timer("Event_ReceiptLimit").endsAt("EndEvent_Delivered");
    }

    @Test
    void overdueParcelIsTracedAndAwaitedAgain() {
        shipped(OrderWalk.of())
                .timer("Event_ReceiptLimit")
                .complete("Task_TraceParcel")
                .isAt("Task_ConfirmReceipt");
    }

    @Test
    void lostParcel() {
        shipped(OrderWalk.of()).message("Message_ParcelLost").endsAt("EndEvent_LostInMail");
        assertThat(house.calls).endsWith("voidKeyDelegate", "message delivery_lost");
    }

    @Test
    void thirdLostParcelIsDecidedByASupervisor() {
        house.facts.lostParcels = 3;
        shipped(OrderWalk.of())
                .message("Message_ParcelLost")
                .complete("Task_HandleException", "decision", "RETRY")
                .endsAt("EndEvent_LostInMail");
        shipped(OrderWalk.of())
                .message("Message_ParcelLost")
                .complete("Task_HandleException", "decision", "ABORT")
                .endsAt("EndEvent_DeliveryAborted");
    }

    @Test
    void whatHappenedWhileTracingIsSeenAfterwards() {
        OrderWalk lost = shipped(OrderWalk.of()).timer("Event_ReceiptLimit");
        house.facts.holding.add("parcelLost");
        lost.complete("Task_TraceParcel").endsAt("EndEvent_LostInMail");
        house.reset();
        OrderWalk returned = shipped(OrderWalk.of()).timer("Event_ReceiptLimit");
        house.facts.holding.add("parcelReturned");
        returned.complete("Task_TraceParcel").isAt("Task_FixAddress");
    }

    private static OrderWalk shipped(OrderWalk walk) {
        return walk.start("delivery")
                .complete("Task_PackParcel", "keySerial", "SN1")
                .isAt("Task_ConfirmReceipt");
    }
}
