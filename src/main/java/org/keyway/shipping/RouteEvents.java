package org.keyway.shipping;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The traces of all parcels, each event once. */
@Repository
class RouteEvents {

    private final JdbcClient jdbc;

    RouteEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the event; false when it was there. The caller holds the lock of the parcel. */
    boolean add(RouteEvent event) {
        return jdbc.sql("insert into parcel_event (waybill_no, event_id, kind, happened_at, place, text)"
                                + " select ?, ?, ?, cast(? as timestamp with time zone), ?, ? where not exists"
                                + " (select 1 from parcel_event where waybill_no = ? and event_id = ?)")
                        .params(event.waybillNo(), event.eventId(), event.kind().name())
                        .params(event.at().atOffset(ZoneOffset.UTC), event.place(), event.text())
                        .params(event.waybillNo(), event.eventId())
                        .update()
                == 1;
    }

    List<ParcelView.Event> of(String waybillNo) {
        return jdbc.sql("select * from parcel_event where waybill_no = ? order by happened_at, event_id")
                .param(waybillNo)
                .query((row, n) -> new ParcelView.Event(
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("place"),
                        row.getString("text")))
                .list();
    }
}
