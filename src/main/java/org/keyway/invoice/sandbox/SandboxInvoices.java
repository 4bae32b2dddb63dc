package org.keyway.invoice.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.keyway.invoice.InvoiceIssuer;
import org.keyway.shared.ChineseIdentifiers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sandbox twin of the tax platform: takes a request, works on it for a moment, then has a sample invoice. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxInvoices implements InvoiceIssuer {

    private static final Duration WORK = Duration.ofSeconds(1);
    private static final String PARTNER = "invoice";
    /** A tax number of this length is a unified social credit code. */
    private static final int USCC = 18;

    private record Taken(Demand demand, OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final SamplePaper paper;
    private final SandboxMode mode;
    private final Clock clock;

    SandboxInvoices(JdbcClient jdbc, SamplePaper paper, SandboxMode mode, Clock clock) {
        this.jdbc = jdbc;
        this.paper = paper;
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public void request(Demand demand) {
        mode.call(PARTNER, "request", () -> jdbc.sql("insert into sandbox_invoice (request_no, order_no, type, title,"
                        + " tax_number, amount_cents, red_of_number, taken_at) select ?, ?, ?, ?, ?, ?, ?, ?"
                        + " where not exists (select 1 from sandbox_invoice where request_no = ?)")
                .params(
                        demand.requestNo(),
                        demand.orderNo(),
                        demand.type(),
                        demand.buyer().title())
                .params(demand.buyer().taxNumber(), demand.amountCents(), demand.redOfNumber())
                .params(OffsetDateTime.now(clock), demand.requestNo())
                .update());
    }

    @Override
    public Answer query(String requestNo) {
        return mode.call(
                PARTNER, "query", () -> find(requestNo).map(this::answer).orElseGet(Unknown::new));
    }

    private Answer answer(Taken taken) {
        String taxNumber = taken.demand().buyer().taxNumber();
        if (taken.demand().type().equals("SPECIAL") && taxNumber.isBlank()) {
            return new Refused("TAX_NUMBER_MISSING");
        }
        if (taxNumber.length() == USCC && !ChineseIdentifiers.isUscc(taxNumber)) {
            return new Refused("TAX_NUMBER_INVALID");
        }
        if (OffsetDateTime.now(clock).isBefore(taken.at().plus(WORK))) {
            return new Waiting();
        }
        String day = taken.at().format(DateTimeFormatter.ofPattern("yyMMdd"));
        String number = "YP" + day
                + "%012d".formatted(Math.abs(taken.demand().requestNo().hashCode()));
        return new Issued(number, paper.draw(taken.demand(), number));
    }

    private Optional<Taken> find(String requestNo) {
        return jdbc.sql("select * from sandbox_invoice where request_no = ?")
                .param(requestNo)
                .query(SandboxInvoices::read)
                .optional();
    }

    private static Taken read(ResultSet row, int n) throws SQLException {
        Buyer buyer = new Buyer(row.getString("title"), row.getString("tax_number"), "", "", "", "", "");
        Demand demand = new Demand(
                row.getString("request_no"),
                row.getString("order_no"),
                row.getString("type"),
                buyer,
                row.getLong("amount_cents"),
                row.getString("red_of_number"));
        return new Taken(demand, row.getObject("taken_at", OffsetDateTime.class));
    }
}
