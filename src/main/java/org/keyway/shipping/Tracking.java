package org.keyway.shipping;

import java.time.Duration;
import java.util.List;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Turns what the carrier says into facts, each event once. */
@Service
class Tracking {

    private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);
    private static final int LONGEST = 256 * 1024;

    private final Carriers carriers;
    private final ParcelRows parcels;
    private final RouteEvents routes;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    Tracking(
            Carriers carriers,
            ParcelRows parcels,
            RouteEvents routes,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.carriers = carriers;
        this.parcels = parcels;
        this.routes = routes;
        this.own = own;
        this.events = events;
    }

    NoticeAnswer receive(String name, Notice notice) {
        Carrier carrier = carriers.named(name).orElse(null);
        if (carrier == null) {
            return NoticeAnswer.unknown();
        }
        RouteReading reading =
                notice.body().length > LONGEST ? new RouteReading.Rejected("FORMAT") : carrier.read(notice);
        if (reading instanceof RouteReading.Verified verified) {
            return carrier.answer(apply(name, verified.events()));
        }
        LOG.warn("Push of {} refused: {}", name, ((RouteReading.Rejected) reading).reason());
        return carrier.answer(false);
    }

    /** Asks the carriers about parcels that have been silent; the caller's transaction holds none of them meanwhile. */
    void followQuiet(Duration silence) {
        for (Parcel parcel : parcels.quiet(silence)) {
            try {
                own.commit(() -> parcels.heard(parcel.waybillNo()));
                apply(parcel.carrier(), carriers.of(parcel).trace(parcel.waybillNo()));
            } catch (RuntimeException e) {
                LOG.warn("Asking about {} failed: {}", parcel.waybillNo(), e.getMessage());
            }
        }
    }

    private boolean apply(String carrier, List<RouteEvent> news) {
        return own.commit(() -> {
            boolean known = true;
            for (RouteEvent event : news) {
                known &= apply(carrier, event);
            }
            return known;
        });
    }

    private boolean apply(String carrier, RouteEvent event) {
        Parcel parcel = parcels.lockByWaybill(event.waybillNo())
                .filter(each -> each.carrier().equals(carrier))
                .orElse(null);
        if (parcel == null) {
            return false;
        }
        if (routes.add(event)) {
            parcels.heard(event.waybillNo());
            ParcelStatus next = event.kind().status();
            if (parcel.status().canBecome(next)) {
                parcels.move(parcel, next);
                tell(parcel, next);
            }
        }
        return true;
    }

    private void tell(Parcel parcel, ParcelStatus now) {
        events.publishEvent(new AuditRecord(
                parcel.carrier(),
                "parcel." + now.name().toLowerCase(java.util.Locale.ROOT),
                parcel.orderNo(),
                parcel.waybillNo()));
        if (now == ParcelStatus.DELIVERED) {
            events.publishEvent(new ParcelDelivered(parcel.orderNo(), parcel.waybillNo()));
        } else if (now == ParcelStatus.LOST) {
            events.publishEvent(new ParcelLost(parcel.orderNo(), parcel.waybillNo()));
        } else if (now == ParcelStatus.REFUSED
                || now == ParcelStatus.RETURNED && parcel.status() != ParcelStatus.REFUSED) {
            events.publishEvent(new ParcelReturned(parcel.orderNo(), parcel.waybillNo()));
        }
    }
}
