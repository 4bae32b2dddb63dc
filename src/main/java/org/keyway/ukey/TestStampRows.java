package org.keyway.ukey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.keyway.ukey.StampPaper.Draft;
import org.keyway.ukey.StampPaper.Impression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest test stamp of each key of an order; a draft has no time. */
@Repository
class TestStampRows {

    /** A sheet; {@code stampedAt} is null while the key has not signed it. */
    record Row(Impression impression, String certificateSerial, Draft draft, Instant stampedAt) {}

    private final JdbcClient jdbc;

    TestStampRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Impression impression, String certificateSerial, Draft draft) {
        jdbc.sql("delete from test_stamp where order_no = ? and key_index = ?")
                .params(impression.orderNo(), impression.keyIndex())
                .update();
        jdbc.sql("""
                        insert into test_stamp (order_no, key_index, key_serial, certificate_serial, certificate, seal,
                          to_be_signed, pdf) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        impression.orderNo(),
                        impression.keyIndex(),
                        impression.keySerial(),
                        certificateSerial,
                        impression.certificate(),
                        impression.seal(),
                        draft.toBeSigned(),
                        draft.pdf())
                .update();
    }

    void stamped(Impression impression, byte[] pdf, Instant at) {
        jdbc.sql("update test_stamp set pdf = ?, stamped_at = ? where order_no = ? and key_index = ?")
                .params(pdf, Rows.time(at), impression.orderNo(), impression.keyIndex())
                .update();
    }

    Optional<Row> find(String orderNo, int keyIndex) {
        return jdbc.sql("select * from test_stamp where order_no = ? and key_index = ?")
                .params(orderNo, keyIndex)
                .query(TestStampRows::row)
                .optional();
    }

    /** Those that a key has signed, by key. */
    List<Row> stamped(String orderNo) {
        return jdbc.sql("select * from test_stamp where order_no = ? and stamped_at is not null order by key_index")
                .param(orderNo)
                .query(TestStampRows::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Impression impression = new Impression(
                row.getString("order_no"),
                row.getInt("key_index"),
                row.getString("key_serial"),
                row.getBytes("certificate"),
                row.getBytes("seal"));
        return new Row(
                impression,
                row.getString("certificate_serial"),
                new Draft(row.getBytes("pdf"), row.getBytes("to_be_signed")),
                Rows.instant(row, "stamped_at"));
    }
}
