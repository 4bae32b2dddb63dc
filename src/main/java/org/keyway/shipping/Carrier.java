package org.keyway.shipping;

import java.util.List;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;

/** A courier company. A technical failure is a {@link CarrierFailure}; the same call again has no second effect. */
public interface Carrier {

    /** An order of transport; {@code parcelNo} is the idempotency key. */
    record Transport(String parcelNo, Consignee consignee, Freight freight, int pieces) {}

    /** Name in the path of its pushes, lower case. */
    String name();

    /** Orders the transport. */
    DispatchResult order(Transport transport);

    /** Everything that happened to the waybill so far. */
    List<RouteEvent> trace(String waybillNo);

    /** Checks signature and form of a push. */
    RouteReading read(Notice notice);

    /** What the carrier expects to hear. */
    NoticeAnswer answer(boolean accepted);
}
