package org.keyway.ukey;

import java.time.Clock;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Key-writing jobs, newest round last. */
@Repository
class KeyWritingJobs {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyWritingJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<KeyWritingJob> latest(String orderNo, int keyIndex) {
        return jdbc.sql(
                        "select * from key_writing_job where order_no = ? and key_index = ? order by round desc limit 1")
                .params(orderNo, keyIndex)
                .query((row, number) -> new KeyWritingJob(
                        row.getString("order_no"),
                        row.getInt("key_index"),
                        row.getInt("round"),
                        row.getString("serial"),
                        WritingStep.valueOf(row.getString("step"))))
                .optional();
    }

    /** Whether a job has begun to write this device for the order that it is set aside for. */
    boolean isStarted(KeyDevice device) {
        return latest(device.orderNo(), device.keyIndex())
                .filter(job -> job.serial().equals(device.serial()))
                .isPresent();
    }

    /** Whether this device was written to the end for this key of the order. */
    boolean isDone(String orderNo, int keyIndex, String serial) {
        return latest(orderNo, keyIndex)
                .filter(job -> job.serial().equals(serial))
                .filter(job -> job.step() == WritingStep.DONE)
                .isPresent();
    }

    KeyWritingJob start(WriteOrder order, int round) {
        var now = Rows.time(clock.instant());
        jdbc.sql("""
                        insert into key_writing_job (order_no, key_index, round, serial, kind, source, step, started_at,
                          updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        order.orderNo(),
                        order.keyIndex(),
                        round,
                        order.serial(),
                        order.kind().name(),
                        order.source().name(),
                        WritingStep.STARTED.name(),
                        now,
                        now)
                .update();
        return new KeyWritingJob(order.orderNo(), order.keyIndex(), round, order.serial(), WritingStep.STARTED);
    }

    /** What stopped the newest job last, and how often it was stopped. */
    record Fault(int failures, String code) {}

    Optional<Fault> fault(String orderNo, int keyIndex) {
        return jdbc.sql("""
                        select failures, fault from key_writing_job
                        where order_no = ? and key_index = ? and fault is not null and round = (
                          select max(round) from key_writing_job where order_no = ? and key_index = ?)""")
                .params(orderNo, keyIndex, orderNo, keyIndex)
                .query((row, number) -> new Fault(row.getInt("failures"), row.getString("fault")))
                .optional();
    }

    /** Counts a fault of the newest job; a device without a job has nothing to go on with. */
    void failed(WriteOrder order, String code) {
        latest(order.orderNo(), order.keyIndex())
                .filter(job -> job.serial().equals(order.serial()))
                .ifPresent(job -> jdbc.sql("""
                        update key_writing_job set failures = failures + 1, fault = ?, updated_at = ?
                        where order_no = ? and key_index = ? and round = ?""")
                        .params(code, Rows.time(clock.instant()), job.orderNo(), job.keyIndex(), job.round())
                        .update());
    }

    KeyWritingJob advance(KeyWritingJob job, WritingStep step) {
        jdbc.sql(
                        "update key_writing_job set step = ?, updated_at = ? where order_no = ? and key_index = ? and round = ?")
                .params(step.name(), Rows.time(clock.instant()), job.orderNo(), job.keyIndex(), job.round())
                .update();
        return job.at(step);
    }
}
