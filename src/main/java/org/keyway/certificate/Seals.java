package org.keyway.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.keyway.shared.OwnTransaction;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The electronic seals (GB/T 38540): one per request key, signed by the seal maker, valid twelve months per year. */
@Service
public class Seals {

    private final SealMaker maker;
    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final Clock clock;

    Seals(SealMaker maker, JdbcClient jdbc, OwnTransaction own, Clock clock) {
        this.maker = maker;
        this.jdbc = jdbc;
        this.own = own;
        this.clock = clock;
    }

    /** Makes the seal, or finds the one that was made for this request key; SESeal in DER. */
    public byte[] make(SealRequest request) {
        return made(request.requestKey()).orElseGet(() -> {
            try {
                return own.commit(() -> add(request));
            } catch (DuplicateKeyException twin) {
                return made(request.requestKey()).orElseThrow(() -> twin);
            }
        });
    }

    /** The seal was read back from its key; the one that it replaces is void. */
    @Transactional
    public void written(String requestKey) {
        jdbc.sql("""
                        update key_seal set state = ? where request_key <> ? and key_serial =
                          (select key_serial from key_seal where request_key = ? and state = ?)""")
                .params(SealState.VOID.name(), requestKey, requestKey, SealState.CAPTURED.name())
                .update();
        jdbc.sql("update key_seal set state = ? where request_key = ? and state = ?")
                .params(SealState.WRITTEN.name(), requestKey, SealState.CAPTURED.name())
                .update();
    }

    /** The key is gone or revoked: its seals no longer count. */
    @Transactional
    public void voidKey(String keySerial) {
        jdbc.sql("update key_seal set state = ? where key_serial = ?")
                .params(SealState.VOID.name(), keySerial)
                .update();
    }

    /** The key is held back: its seal must not be used. */
    @Transactional
    public void suspendKey(String keySerial) {
        move(keySerial, SealState.WRITTEN, SealState.SUSPENDED);
    }

    /** The key works again. */
    @Transactional
    public void resumeKey(String keySerial) {
        move(keySerial, SealState.SUSPENDED, SealState.WRITTEN);
    }

    private void move(String keySerial, SealState from, SealState to) {
        jdbc.sql("update key_seal set state = ? where key_serial = ? and state = ?")
                .params(to.name(), keySerial, from.name())
                .update();
    }

    /** The newest seal of a UKey. */
    public Optional<SealView> ofKey(String keySerial) {
        return jdbc.sql("select * from key_seal where key_serial = ? order by not_before desc limit 1")
                .param(keySerial)
                .query(this::view)
                .optional();
    }

    private byte[] add(SealRequest request) {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        Instant notAfter = Optional.ofNullable(request.until())
                .orElseGet(() -> now.plusMonths(12L * request.years()).toInstant());
        String id = UUID.randomUUID().toString().replace("-", "");
        byte[] picture = SealPicture.png(request.name(), SealFile.code(id));
        byte[] der = new SealStructure(maker).der(id, request, picture, now.toInstant(), notAfter);
        jdbc.sql("""
                        insert into key_seal (id, request_key, order_no, key_serial, state, not_before, not_after, der)
                          values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        request.requestKey(),
                        request.orderNo(),
                        request.keySerial(),
                        SealState.CAPTURED.name(),
                        Rows.time(now.toInstant()),
                        Rows.time(notAfter),
                        der)
                .update();
        return der;
    }

    private Optional<byte[]> made(String requestKey) {
        return jdbc.sql("select der from key_seal where request_key = ?")
                .param(requestKey)
                .query((row, number) -> row.getBytes("der"))
                .optional();
    }

    private SealView view(ResultSet row, int number) throws SQLException {
        Instant notAfter = Rows.instant(row, "not_after");
        SealState state = SealState.valueOf(row.getString("state"));
        boolean over = state != SealState.VOID && clock.instant().isAfter(notAfter);
        return new SealView(row.getString("id"), notAfter, over ? SealState.EXPIRED : state);
    }
}
