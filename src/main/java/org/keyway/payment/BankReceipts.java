package org.keyway.payment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All money that bank statements have told of. */
@Repository
class BankReceipts {

    private static final String SELECT = "select * from bank_receipt where ";
    private static final String ORDER = " order by booked_on, receipt_no";

    private final JdbcClient jdbc;
    private final Clock clock;

    BankReceipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the receipt; false when an earlier statement has told of it. */
    boolean add(String receiptNo, StatementLine line, String remarkCode, String by) {
        return jdbc.sql(
                                "insert into bank_receipt (receipt_no, line, booked_on, amount_cents, payer, remark, remark_code,"
                                        + " state, uploaded_by, uploaded_at) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                                        + " where not exists (select 1 from bank_receipt where receipt_no = ?)")
                        .params(receiptNo, line.line(), Date.valueOf(line.day()), line.cents(), line.payer())
                        .params(line.remark(), remarkCode, ReceiptState.OPEN.name(), by, OffsetDateTime.now(clock))
                        .param(receiptNo)
                        .update()
                == 1;
    }

    /** The receipt, held against every other transaction until this one ends. */
    Optional<BankReceipt> lock(String receiptNo) {
        return jdbc.sql(SELECT + "receipt_no = ? for update")
                .param(receiptNo)
                .query(BankReceipts::read)
                .optional();
    }

    List<BankReceipt> openOf(String remarkCode) {
        return jdbc.sql(SELECT + "remark_code = ? and state = 'OPEN'" + ORDER)
                .param(remarkCode)
                .query(BankReceipts::read)
                .list();
    }

    /** What is not booked, and what is booked and must partly go back. */
    List<BankReceipt> toDo() {
        return jdbc.sql(SELECT + "(state = 'OPEN' or return_cents > 0)" + ORDER)
                .query(BankReceipts::read)
                .list();
    }

    /** What came in on that day or before and nobody has dealt with. */
    List<BankReceipt> openUntil(LocalDate day) {
        return jdbc.sql(SELECT + "state = 'OPEN' and booked_on <= ?" + ORDER)
                .param(Date.valueOf(day))
                .query(BankReceipts::read)
                .list();
    }

    void meantFor(String receiptNo, String remarkCode, String by) {
        decide("remark_code = ?", remarkCode, by, receiptNo);
    }

    void booked(String receiptNo, String paymentNo, long returnCents, String by) {
        jdbc.sql("update bank_receipt set payment_no = ? where receipt_no = ?")
                .params(paymentNo, receiptNo)
                .update();
        decide("return_cents = ?, state = 'BOOKED'", returnCents, by, receiptNo);
    }

    /** The whole receipt, or what was too much of a booked one, has gone back. */
    void returned(BankReceipt receipt, String note, String by) {
        String state = receipt.state() == ReceiptState.BOOKED ? "BOOKED" : "RETURNED";
        decide("return_cents = 0, state = '" + state + "', note = ?", note, by, receipt.receiptNo());
    }

    private void decide(String change, Object value, String by, String receiptNo) {
        jdbc.sql("update bank_receipt set " + change + ", decided_by = ?, decided_at = ? where receipt_no = ?")
                .params(value, by, OffsetDateTime.now(clock), receiptNo)
                .update();
    }

    private static BankReceipt read(ResultSet row, int n) throws SQLException {
        return new BankReceipt(
                row.getString("receipt_no"),
                row.getDate("booked_on").toLocalDate(),
                row.getLong("amount_cents"),
                row.getString("payer"),
                row.getString("remark"),
                row.getString("remark_code"),
                ReceiptState.valueOf(row.getString("state")),
                row.getString("payment_no"),
                row.getLong("return_cents"));
    }
}
