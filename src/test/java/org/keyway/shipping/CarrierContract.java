package org.keyway.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Notice;

/** What every courier must do, the sandbox as well as the real ones. */
public abstract class CarrierContract {

    protected abstract Carrier carrier();

    /** The parcel was handed over: the push that tells it. */
    protected abstract Notice delivered(String waybillNo);

    /** The same push, signed by a stranger. */
    protected abstract Notice forged(String waybillNo);

    protected abstract void breakDown();

    @Test
    void theSameParcelHasOneWaybill() {
        DispatchResult first = carrier().order(transport("XB20261121000017D1", "浙江省嵊州市测试路1号"));
        assertThat(first).isInstanceOf(DispatchResult.Dispatched.class);
        assertThat(carrier().order(transport("XB20261121000017D1", "浙江省嵊州市测试路1号")))
                .isEqualTo(first);
    }

    @Test
    void anAddressItCannotServeIsAnAnswer() {
        assertThat(carrier().order(transport("XB20261121000017D1", "短")))
                .isInstanceOfSatisfying(DispatchResult.AddressInvalid.class, invalid -> assertThat(invalid.reason())
                        .startsWith("shipping.address."));
    }

    @Test
    void pushAndTraceTellTheSame() {
        String waybill = waybill();
        RouteReading reading = carrier().read(delivered(waybill));
        assertThat(reading).isInstanceOfSatisfying(RouteReading.Verified.class, verified -> {
            RouteEvent event = verified.events().get(0);
            assertThat(event.waybillNo()).isEqualTo(waybill);
            assertThat(event.kind()).isEqualTo(RouteEvent.Kind.DELIVERED);
            assertThat(carrier().trace(waybill)).contains(event);
        });
    }

    @Test
    void aForgedOrBrokenPushIsRefused() {
        Notice genuine = delivered(waybill());
        assertThat(carrier().read(forged(waybill()))).isEqualTo(new RouteReading.Rejected("SIGNATURE"));
        assertThat(carrier().read(new Notice(Map.of(), "{}".getBytes()))).isInstanceOf(RouteReading.Rejected.class);
        RouteReading original = carrier().read(genuine);
        for (int position = 0; position < genuine.body().length; position++) {
            byte[] body = genuine.body().clone();
            body[position] ^= 1;
            RouteReading reading = carrier().read(new Notice(genuine.headers(), body));
            if (reading instanceof RouteReading.Verified) {
                assertThat(reading).isEqualTo(original);
            }
        }
    }

    @Test
    void aCarrierThatIsDownIsAFailureWithoutWords() {
        breakDown();
        assertThatThrownBy(() -> carrier().order(transport("XB20261121000017D1", "浙江省嵊州市测试路1号")))
                .isInstanceOf(CarrierFailure.class)
                .hasNoCause()
                .message()
                .doesNotContain("张测试", "13800000001", "very private");
        assertThatThrownBy(() -> carrier().trace("SB000000000001")).isInstanceOf(CarrierFailure.class);
    }

    private String waybill() {
        return ((DispatchResult.Dispatched) carrier().order(transport("XB20261121000017D1", "浙江省嵊州市测试路1号")))
                .waybillNo();
    }

    private static Carrier.Transport transport(String parcelNo, String address) {
        return new Carrier.Transport(
                parcelNo, new Consignee("张测试", "13800000001", "330683", address), Freight.PREPAID, 1);
    }
}
