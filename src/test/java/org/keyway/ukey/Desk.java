package org.keyway.ukey;

import java.nio.file.Path;
import java.time.Duration;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Requests;

/** The operator's desk of a test: stock, soft tokens with few PBKDF2 rounds, sandbox faults, made-up orders. */
final class Desk implements AutoCloseable {

    final House house;
    /** Of the orders that are reserved from now on; SM2 pairs are made in no time. */
    KeyAlgorithm algorithm = KeyAlgorithm.RSA_2048;

    private int orders;

    Desk(Path folder) {
        this(new House(folder, "org.keyway.ukey"));
    }

    Desk(House house) {
        this.house = house;
        house.context.registerBean(AwaitedOrders.class);
        house.context.registerBean(TokenProperties.class, () -> new TokenProperties(1000, Duration.ofDays(30)));
        house.context.registerBean(StampPaper.class, PlainPaper::new);
    }

    Desk start() {
        house.start();
        return this;
    }

    <T> T get(Class<T> type) {
        return house.get(type);
    }

    KeyStock stock() {
        return get(KeyStock.class);
    }

    Certificates certificates() {
        return get(Certificates.class);
    }

    String newOrder() {
        return String.format("XB20261121%06d", ++orders);
    }

    /** An order with one blank key reserved for it. */
    WriteOrder reserved() {
        String orderNo = newOrder();
        stock().register("GM3000", 1);
        String serial = stock().reserve(orderNo, 1).orElseThrow();
        return order(orderNo, serial);
    }

    WriteOrder order(String orderNo, String serial) {
        return new WriteOrder(
                WriteKind.ISSUE,
                orderNo,
                1,
                serial,
                "zhang",
                Requests.COMPANY,
                1,
                null,
                WriteSource.OPERATOR,
                algorithm);
    }

    WriteResult write(WriteOrder order) {
        return get(KeyWriting.class).write(order);
    }

    int count(String rows) {
        return house.jdbc
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        house.close();
    }
}
