package org.keyway.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All requests to the tax platform. */
@Repository
class InvoiceBook {

    private static final String COLUMNS = "select request_no, order_no, red_of, type, title, amount_cents, status,"
            + " number, reason, sent, failures, asked from invoice ";

    private final JdbcClient jdbc;
    private final Clock clock;

    InvoiceBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ordinary invoices of the order, newest first. */
    List<Invoice> of(String orderNo) {
        return jdbc.sql(COLUMNS + "where order_no = ? and red_of is null order by request_no desc")
                .param(orderNo)
                .query(InvoiceBook::read)
                .list();
    }

    /** Red letters of the invoice. */
    List<Invoice> redOf(String requestNo) {
        return jdbc.sql(COLUMNS + "where red_of = ? order by request_no")
                .param(requestNo)
                .query(InvoiceBook::read)
                .list();
    }

    Optional<Invoice> lock(String requestNo) {
        return jdbc.sql(COLUMNS + "where request_no = ? for update")
                .param(requestNo)
                .query(InvoiceBook::read)
                .optional();
    }

    /** Requests that are to be sent or asked about now, oldest first. */
    List<Invoice> due() {
        return jdbc.sql(COLUMNS + "where status = ? and next_at <= ? order by next_at limit 50")
                .params(InvoiceStatus.REQUESTED.name(), OffsetDateTime.now(clock))
                .query(InvoiceBook::read)
                .list();
    }

    /** Requests still without an answer, made longer ago than that. */
    List<Invoice> unanswered(Duration silence) {
        return jdbc.sql(COLUMNS + "where status = ? and created_at < ? order by created_at")
                .params(
                        InvoiceStatus.REQUESTED.name(),
                        OffsetDateTime.now(clock).minus(silence))
                .query(InvoiceBook::read)
                .list();
    }

    void add(Invoice invoice) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into invoice (request_no, order_no, red_of, type, title, amount_cents, status, sent,"
                        + " failures, asked, next_at, created_at) values (?, ?, ?, ?, ?, ?, ?, false, 0, 0, ?, ?)")
                .params(invoice.requestNo(), invoice.orderNo(), invoice.redOf(), invoice.type(), invoice.title())
                .params(invoice.amountCents(), invoice.status().name(), now, now)
                .update();
    }

    void move(Invoice invoice, InvoiceStatus next) {
        if (!invoice.status().canBecome(next)) {
            throw new IllegalStateException(
                    invoice.requestNo() + " cannot go from " + invoice.status() + " to " + next);
        }
        int rows = jdbc.sql("update invoice set status = ? where request_no = ? and status = ?")
                .params(next.name(), invoice.requestNo(), invoice.status().name())
                .update();
        if (rows != 1) {
            throw new IllegalStateException(invoice.requestNo() + " was changed by somebody else");
        }
    }

    void issued(Invoice invoice, String number, byte[] pdf) {
        move(invoice, InvoiceStatus.ISSUED);
        jdbc.sql("update invoice set number = ?, pdf = ?, reason = null, issued_at = ? where request_no = ?")
                .params(number, pdf, OffsetDateTime.now(clock), invoice.requestNo())
                .update();
    }

    void failed(Invoice invoice, String reason) {
        move(invoice, InvoiceStatus.FAILED);
        jdbc.sql("update invoice set reason = ? where request_no = ?")
                .params(reason, invoice.requestNo())
                .update();
    }

    /** The same request once more, from the beginning. */
    void again(Invoice invoice) {
        move(invoice, InvoiceStatus.REQUESTED);
        jdbc.sql("update invoice set reason = null, failures = 0, asked = 0, next_at = ? where request_no = ?")
                .params(OffsetDateTime.now(clock), invoice.requestNo())
                .update();
    }

    void later(Invoice invoice, boolean sent, int failures, int asked, Duration wait) {
        jdbc.sql("update invoice set sent = ?, failures = ?, asked = ?, next_at = ? where request_no = ?")
                .params(sent, failures, asked, OffsetDateTime.now(clock).plus(wait), invoice.requestNo())
                .update();
    }

    Optional<byte[]> pdf(String requestNo) {
        return jdbc.sql("select pdf from invoice where request_no = ? and pdf is not null")
                .param(requestNo)
                .query((row, n) -> row.getBytes("pdf"))
                .optional();
    }

    private static Invoice read(ResultSet row, int n) throws SQLException {
        return new Invoice(
                row.getString("request_no"),
                row.getString("order_no"),
                row.getString("red_of"),
                row.getString("type"),
                row.getString("title"),
                row.getLong("amount_cents"),
                InvoiceStatus.valueOf(row.getString("status")),
                row.getString("number"),
                row.getString("reason"),
                row.getBoolean("sent"),
                row.getInt("failures"),
                row.getInt("asked"));
    }
}
