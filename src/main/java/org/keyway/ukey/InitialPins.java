package org.keyway.ukey;

import java.time.Clock;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.keyway.shared.Secrets;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The user PIN a key is delivered with: eight digits, derived whenever it is needed and never stored. */
@Service
public class InitialPins {

    private final JdbcClient jdbc;
    private final KeyDevices devices;
    private final Secrets secrets;
    private final OwnTransaction own;
    private final Clock clock;

    InitialPins(JdbcClient jdbc, KeyDevices devices, Secrets secrets, OwnTransaction own, Clock clock) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.secrets = secrets;
        this.own = own;
        this.clock = clock;
    }

    /**
     * The PIN, for the message to its holder and for nothing else. A key that its holder writes gets it before the
     * writing: it is the one that the device set aside for it will be given.
     */
    public String reveal(String orderNo, int keyIndex) {
        String serial = written(orderNo, keyIndex)
                .or(() -> setAside(orderNo, keyIndex))
                .orElseThrow(() -> Problem.notFound("ukey.pin.unknown"));
        return new String(derive(orderNo, keyIndex, serial));
    }

    private Optional<String> setAside(String orderNo, int keyIndex) {
        return devices.list("order_no = ? and key_index = ?", orderNo, keyIndex).stream()
                .filter(KeyDevice::isHeld)
                .map(KeyDevice::serial)
                .findFirst();
    }

    /** The PIN that the device was last given by us; a token that has its holder's own PIN cannot be opened with it. */
    char[] current(String serial) {
        if (isReplaced(serial)) {
            throw new TokenException(TokenException.Code.NOT_LOGGED_IN);
        }
        return known(serial).orElseThrow(() -> Problem.notFound("ukey.pin.unknown"));
    }

    /** The same; empty for a device that never got one from us. */
    Optional<char[]> known(String serial) {
        return jdbc.sql("""
                        select order_no, key_index from initial_pin where serial = ?
                        order by case when kept_at is null then 1 else 0 end, kept_at desc limit 1""")
                .param(serial)
                .query((row, number) -> derive(row.getString("order_no"), row.getInt("key_index"), serial))
                .optional();
    }

    /** From now on only its holder knows the PIN of the device. */
    void replaced(String serial) {
        jdbc.sql("update initial_pin set replaced_at = ? where serial = ?")
                .params(now(), serial)
                .update();
    }

    private boolean isReplaced(String serial) {
        return jdbc.sql("select count(*) from initial_pin where serial = ? and replaced_at is not null")
                        .param(serial)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    char[] derive(String orderNo, int keyIndex, String serial) {
        for (int attempt = 0; ; attempt++) {
            String pin = secrets.digits("initial-pin", orderNo + "/" + keyIndex + "/" + serial + "/" + attempt, 8);
            if (!PinRule.isTrivial(pin)) {
                return pin.toCharArray();
            }
        }
    }

    String serial(String orderNo, int keyIndex) {
        return written(orderNo, keyIndex).orElseThrow(() -> Problem.notFound("ukey.pin.unknown"));
    }

    private Optional<String> written(String orderNo, int keyIndex) {
        return jdbc.sql("select serial from initial_pin where order_no = ? and key_index = ?")
                .params(orderNo, keyIndex)
                .query(String.class)
                .optional();
    }

    /** Remembers for which device the PIN of this key of the order is; a new device has a new PIN. */
    void keep(String orderNo, int keyIndex, String serial) {
        try {
            own.commit(() -> remember(orderNo, keyIndex, serial));
        } catch (DuplicateKeyException twin) {
            own.commit(() -> remember(orderNo, keyIndex, serial));
        }
    }

    private int remember(String orderNo, int keyIndex, String serial) {
        jdbc.sql("update initial_pin set replaced_at = null where serial = ? and replaced_at is not null")
                .param(serial)
                .update();
        int known = jdbc.sql("update initial_pin set serial = ?, kept_at = ? where order_no = ? and key_index = ?")
                .params(serial, now(), orderNo, keyIndex)
                .update();
        return known == 1
                ? known
                : jdbc.sql("insert into initial_pin (order_no, key_index, serial, kept_at) values (?, ?, ?, ?)")
                        .params(orderNo, keyIndex, serial, now())
                        .update();
    }

    private java.time.OffsetDateTime now() {
        return Rows.time(clock.instant());
    }
}
