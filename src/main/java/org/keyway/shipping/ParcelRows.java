package org.keyway.shipping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All parcels of all rounds. */
@Repository
class ParcelRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ParcelRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The parcel of the latest round. */
    Optional<Parcel> latest(String orderNo) {
        return jdbc.sql("select * from parcel where order_no = ? order by round desc limit 1")
                .param(orderNo)
                .query(ParcelRows::read)
                .optional();
    }

    /** How many parcels of the order were lost. */
    int lost(String orderNo) {
        return jdbc.sql("select count(*) from parcel where order_no = ? and status = 'LOST'")
                .param(orderNo)
                .query(Integer.class)
                .single();
    }

    /** The parcel under a waybill, held until this transaction ends. */
    Optional<Parcel> lockByWaybill(String waybillNo) {
        return jdbc.sql("select * from parcel where waybill_no = ? for update")
                .param(waybillNo)
                .query(ParcelRows::read)
                .optional();
    }

    /** Parcels on the way of which nothing was heard for a while. */
    List<Parcel> quiet(Duration silence) {
        return jdbc.sql("select * from parcel where status in ('DISPATCHED', 'IN_TRANSIT', 'REFUSED') and heard_at < ?"
                        + " order by heard_at limit 200")
                .param(OffsetDateTime.now(clock).minus(silence))
                .query(ParcelRows::read)
                .list();
    }

    void add(Parcel parcel) {
        Consignee to = parcel.consignee();
        jdbc.sql("insert into parcel (parcel_no, order_no, round, carrier, consignee_name, consignee_mobile,"
                        + " consignee_division, consignee_address, freight, key_serials, status, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(parcel.parcelNo(), parcel.orderNo(), parcel.round(), parcel.carrier())
                .params(to.name(), to.mobile(), to.division(), to.address())
                .params(parcel.freight().name(), String.join(",", parcel.keySerials()))
                .params(parcel.status().name(), OffsetDateTime.now(clock))
                .update();
    }

    /** Another address or content before the carrier has taken the order. */
    void change(Parcel parcel) {
        Consignee to = parcel.consignee();
        jdbc.sql("update parcel set consignee_name = ?, consignee_mobile = ?, consignee_division = ?,"
                        + " consignee_address = ?, freight = ?, key_serials = ?, status = 'PREPARED'"
                        + " where parcel_no = ? and status in ('PREPARED', 'ADDRESS_INVALID')")
                .params(to.name(), to.mobile(), to.division(), to.address())
                .params(parcel.freight().name(), String.join(",", parcel.keySerials()), parcel.parcelNo())
                .update();
    }

    void move(Parcel parcel, ParcelStatus next) {
        if (!parcel.status().canBecome(next)) {
            throw new IllegalStateException(parcel.parcelNo() + " cannot go from " + parcel.status() + " to " + next);
        }
        jdbc.sql("update parcel set status = ? where parcel_no = ?")
                .params(next.name(), parcel.parcelNo())
                .update();
    }

    void dispatched(Parcel parcel, String waybillNo) {
        move(parcel, ParcelStatus.DISPATCHED);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update parcel set waybill_no = ?, dispatched_at = ?, heard_at = ? where parcel_no = ?")
                .params(waybillNo, now, now, parcel.parcelNo())
                .update();
    }

    int heard(String waybillNo) {
        return jdbc.sql("update parcel set heard_at = ? where waybill_no = ?")
                .params(OffsetDateTime.now(clock), waybillNo)
                .update();
    }

    private static Parcel read(ResultSet row, int n) throws SQLException {
        return new Parcel(
                row.getString("parcel_no"),
                row.getString("order_no"),
                row.getInt("round"),
                row.getString("carrier"),
                new Consignee(
                        row.getString("consignee_name"),
                        row.getString("consignee_mobile"),
                        row.getString("consignee_division"),
                        row.getString("consignee_address")),
                Freight.valueOf(row.getString("freight")),
                Arrays.stream(row.getString("key_serials").split(","))
                        .filter(serial -> !serial.isBlank())
                        .toList(),
                ParcelStatus.valueOf(row.getString("status")),
                row.getString("waybill_no"));
    }
}
