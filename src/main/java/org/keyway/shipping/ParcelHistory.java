package org.keyway.shipping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every parcel of an order with its trace, oldest first: the proof of delivery. */
@Repository
public class ParcelHistory {

    /** One sending; {@code waybillNo} and {@code dispatchedAt} are null until the carrier has taken it. */
    public record Sending(
            int round,
            String carrier,
            Consignee consignee,
            Freight freight,
            List<String> keySerials,
            ParcelStatus status,
            String waybillNo,
            Instant dispatchedAt,
            List<ParcelView.Event> events) {}

    private final JdbcClient jdbc;
    private final RouteEvents routes;

    ParcelHistory(JdbcClient jdbc, RouteEvents routes) {
        this.jdbc = jdbc;
        this.routes = routes;
    }

    /** All sendings of an order. */
    public List<Sending> of(String orderNo) {
        return jdbc.sql("select * from parcel where order_no = ? order by round")
                .param(orderNo)
                .query((row, number) -> {
                    OffsetDateTime dispatched = row.getObject("dispatched_at", OffsetDateTime.class);
                    String waybill = row.getString("waybill_no");
                    return new Sending(
                            row.getInt("round"),
                            row.getString("carrier"),
                            new Consignee(
                                    row.getString("consignee_name"),
                                    row.getString("consignee_mobile"),
                                    row.getString("consignee_division"),
                                    row.getString("consignee_address")),
                            Freight.valueOf(row.getString("freight")),
                            List.of(row.getString("key_serials").split(",")),
                            ParcelStatus.valueOf(row.getString("status")),
                            waybill,
                            dispatched == null ? null : dispatched.toInstant(),
                            waybill == null ? List.of() : routes.of(waybill));
                })
                .list();
    }
}
