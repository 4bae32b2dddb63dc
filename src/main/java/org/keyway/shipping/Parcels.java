package org.keyway.shipping;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.OwnTransaction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the packed parcel to the signature of the consignee. */
@Service
public class Parcels {

    private final ParcelRows parcels;
    private final RouteEvents routes;
    private final Carriers carriers;
    private final Tracking tracking;
    private final OwnTransaction own;

    Parcels(ParcelRows parcels, RouteEvents routes, Carriers carriers, Tracking tracking, OwnTransaction own) {
        this.parcels = parcels;
        this.routes = routes;
        this.carriers = carriers;
        this.tracking = tracking;
        this.own = own;
    }

    /**
     * Writes down what goes to whom, committed at once. Before the carrier has taken the parcel it changes the address;
     * after a parcel that failed it starts the next round; otherwise it changes nothing.
     */
    public void prepare(String orderNo, Consignee consignee, Freight freight, List<String> keySerials) {
        own.commit(() -> {
            Parcel last = parcels.latest(orderNo).orElse(null);
            if (last == null || last.status().isFailed()) {
                int round = last == null ? 1 : last.round() + 1;
                parcels.add(fresh(orderNo, round, consignee, freight, keySerials));
            } else {
                parcels.change(fresh(orderNo, last.round(), consignee, freight, keySerials));
            }
            return orderNo;
        });
    }

    /** Orders the transport of the prepared parcel; a parcel already on its way keeps its waybill. */
    @Transactional
    public DispatchResult dispatch(String orderNo) {
        Parcel parcel = parcels.latest(orderNo)
                .orElseThrow(() -> new IllegalStateException("No parcel is prepared for " + orderNo));
        if (parcel.waybillNo() != null) {
            return new DispatchResult.Dispatched(parcel.waybillNo());
        }
        DispatchResult result = carriers.of(parcel)
                .order(new Carrier.Transport(
                        parcel.parcelNo(),
                        parcel.consignee(),
                        parcel.freight(),
                        Math.max(1, parcel.keySerials().size())));
        if (result instanceof DispatchResult.Dispatched dispatched) {
            parcels.dispatched(parcel, dispatched.waybillNo());
        } else if (parcel.status() == ParcelStatus.PREPARED) {
            parcels.move(parcel, ParcelStatus.ADDRESS_INVALID);
        }
        return result;
    }

    /** The latest parcel with its trace. */
    public Optional<ParcelView> of(String orderNo) {
        return parcels.latest(orderNo)
                .map(parcel -> new ParcelView(
                        parcel.waybillNo(),
                        parcel.carrier(),
                        parcel.status(),
                        parcel.waybillNo() == null ? List.of() : routes.of(parcel.waybillNo())));
    }

    /** How many parcels of the order the carriers have lost. */
    public int lost(String orderNo) {
        return parcels.lost(orderNo);
    }

    /** The consignee says that the parcel is here; without a parcel, or said before, nothing happens. */
    @Transactional
    public void signFor(String orderNo) {
        parcels.latest(orderNo)
                .filter(parcel -> parcel.status().canBecome(ParcelStatus.SIGNED))
                .ifPresent(parcel -> parcels.move(parcel, ParcelStatus.SIGNED));
    }

    /** A carrier's route push; the answer is what must be sent back, after everything is committed. */
    public NoticeAnswer receive(String carrier, Notice notice) {
        return tracking.receive(carrier, notice);
    }

    /** Asks the carriers about parcels of which nothing was heard for that long. */
    public void followQuiet(Duration silence) {
        tracking.followQuiet(silence);
    }

    private Parcel fresh(String orderNo, int round, Consignee consignee, Freight freight, List<String> keySerials) {
        return new Parcel(
                orderNo + "D" + round,
                orderNo,
                round,
                carriers.preferred().name(),
                consignee,
                freight,
                keySerials,
                ParcelStatus.PREPARED,
                null);
    }
}
