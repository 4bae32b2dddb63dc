package org.keyway.shipping.sandbox;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.keyway.shared.OwnTransaction;
import org.keyway.shipping.RouteEvent;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sandbox carrier's own books, committed on their own as another company's would be. */
@Repository("shippingSandboxBooks")
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxBooks {

    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final SecureRandom random = new SecureRandom();

    SandboxBooks(JdbcClient jdbc, OwnTransaction own) {
        this.jdbc = jdbc;
        this.own = own;
    }

    /** The waybill of the parcel, the same on every call. */
    String waybill(String parcelNo) {
        String fresh = "SB%012d".formatted(Math.floorMod(random.nextLong(), 1_000_000_000_000L));
        try {
            own.commit(() -> jdbc.sql("insert into sandbox_parcel (parcel_no, waybill_no) values (?, ?)")
                    .params(parcelNo, fresh)
                    .update());
            return fresh;
        } catch (DuplicateKeyException e) {
            return own.commit(() -> jdbc.sql("select waybill_no from sandbox_parcel where parcel_no = ?")
                    .param(parcelNo)
                    .query(String.class)
                    .single());
        }
    }

    Optional<String> parcelUnder(String waybillNo) {
        return jdbc.sql("select parcel_no from sandbox_parcel where waybill_no = ?")
                .param(waybillNo)
                .query(String.class)
                .optional();
    }

    void add(RouteEvent event) {
        own.commit(() -> jdbc.sql("insert into sandbox_route (waybill_no, event_id, kind, happened_at, place, text)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(event.waybillNo(), event.eventId(), event.kind().name())
                .params(event.at().atOffset(ZoneOffset.UTC), event.place(), event.text())
                .update());
    }

    List<RouteEvent> routes(String waybillNo) {
        return jdbc.sql("select * from sandbox_route where waybill_no = ? order by happened_at, event_id")
                .param(waybillNo)
                .query((row, n) -> new RouteEvent(
                        waybillNo,
                        row.getString("event_id"),
                        RouteEvent.Kind.valueOf(row.getString("kind")),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("place"),
                        row.getString("text")))
                .list();
    }
}
