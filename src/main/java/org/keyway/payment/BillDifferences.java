package org.keyway.payment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.keyway.shared.KeywayClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Our side of the bills, and what was found to differ. */
@Repository
class BillDifferences {

    private static final String PAYMENTS =
            "select payment_no as number, order_no, provider, amount_cents from payment where joint_no is null";
    private static final String REFUNDS =
            "select refund_no as number, refund.order_no, provider, refund.amount_cents from refund"
                    + " join payment on payment.payment_no = refund.payment_no";

    private final JdbcClient jdbc;
    private final Clock clock;

    BillDifferences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What we booked as received from or given back by the provider on that day, in China. */
    List<BillDifference> ours(LocalDate day, String provider) {
        OffsetDateTime from = day.atStartOfDay(KeywayClock.ZONE).toOffsetDateTime();
        OffsetDateTime until = day.plusDays(1).atStartOfDay(KeywayClock.ZONE).toOffsetDateTime();
        List<BillDifference> received = jdbc.sql(PAYMENTS + " and provider = ? and paid_at >= ? and paid_at < ?")
                .params(provider, from, until)
                .query((row, n) -> ours(row, day, BillLine.Kind.PAYMENT))
                .list();
        List<BillDifference> given = jdbc.sql(REFUNDS
                        + " where provider = ? and refund.status = 'DONE' and completed_at >= ? and completed_at < ?")
                .params(provider, from, until)
                .query((row, n) -> ours(row, day, BillLine.Kind.REFUND))
                .list();
        return java.util.stream.Stream.concat(received.stream(), given.stream()).toList();
    }

    /** What our books say about a line of the bill, whenever it was. */
    BillDifference ours(LocalDate day, String provider, BillLine line) {
        String sql = line.kind() == BillLine.Kind.PAYMENT
                ? PAYMENTS + " and payment_no = ? and provider = ? and paid_at is not null"
                : REFUNDS + " where refund_no = ? and provider = ? and refund.status = 'DONE'";
        return jdbc.sql(sql)
                .params(line.number(), provider)
                .query((row, n) -> ours(row, day, line.kind()))
                .optional()
                .orElse(new BillDifference(day, provider, line.kind().name(), line.number(), null, null, null));
    }

    /** Transfers that finance has found and that were never booked. */
    List<BillDifference> unbookedRemittances(LocalDate day) {
        return jdbc.sql("select remittance.payment_no as number, remittance.order_no, provider, amount_cents"
                        + " from remittance join payment on payment.payment_no = remittance.payment_no"
                        + " where remittance.status = 'MATCHED' and paid_at is null and decided_at < ?")
                .param(day.plusDays(1).atStartOfDay(KeywayClock.ZONE).toOffsetDateTime())
                .query((row, n) -> new BillDifference(
                        day,
                        row.getString("provider"),
                        "REMITTANCE",
                        row.getString("number"),
                        row.getString("order_no"),
                        null,
                        row.getLong("amount_cents")))
                .list();
    }

    /** Keeps a difference; one that is known of that day stays as it is. */
    void add(BillDifference found) {
        jdbc.sql("""
                insert into bill_difference (bill_day, provider, kind, number, order_no, our_cents, their_cents, found_at)
                select ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from bill_difference
                  where provider = ? and kind = ? and number = ? and (settled_at is null or bill_day = ?))""")
                .params(Date.valueOf(found.day()), found.provider(), found.kind(), found.number(), found.orderNo())
                .params(found.ourCents(), found.theirCents(), OffsetDateTime.now(clock))
                .params(found.provider(), found.kind(), found.number(), Date.valueOf(found.day()))
                .update();
    }

    List<BillDifference> open() {
        return jdbc.sql("select * from bill_difference where settled_at is null order by bill_day, provider, number")
                .query((row, n) -> new BillDifference(
                        row.getDate("bill_day").toLocalDate(),
                        row.getString("provider"),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getString("order_no"),
                        row.getObject("our_cents") == null ? null : (Long) row.getLong("our_cents"),
                        row.getObject("their_cents") == null ? null : (Long) row.getLong("their_cents")))
                .list();
    }

    void settle(String by, String note) {
        jdbc.sql("update bill_difference set settled_by = ?, settled_at = ?, note = ? where settled_at is null")
                .params(by, OffsetDateTime.now(clock), note)
                .update();
    }

    private static BillDifference ours(ResultSet row, LocalDate day, BillLine.Kind kind) throws SQLException {
        return new BillDifference(
                day,
                row.getString("provider"),
                kind.name(),
                row.getString("number"),
                row.getString("order_no"),
                row.getLong("amount_cents"),
                null);
    }
}
