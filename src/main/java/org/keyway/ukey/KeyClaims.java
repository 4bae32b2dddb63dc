package org.keyway.ukey;

import java.time.Clock;
import java.util.List;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which order works on which existing key: renewal, change, replacement, inspection, unlock, loss. */
@Repository
public class KeyClaims {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The order works on this key from now on; another key takes the place of the one named before. */
    @Transactional
    public void claim(String orderNo, int keyIndex, String serial) {
        int known = jdbc.sql("update key_claim set serial = ? where order_no = ? and key_index = ?")
                .params(serial, orderNo, keyIndex)
                .update();
        if (known == 0) {
            jdbc.sql("insert into key_claim (order_no, key_index, serial, claimed_at) values (?, ?, ?, ?)")
                    .params(orderNo, keyIndex, serial, Rows.time(clock.instant()))
                    .update();
        }
    }

    /** Serial numbers of the keys that the order works on, by key index. */
    public List<String> of(String orderNo) {
        return jdbc.sql("select serial from key_claim where order_no = ? order by key_index")
                .param(orderNo)
                .query(String.class)
                .list();
    }

    /** Orders that work or worked on this key, newest first. */
    public List<String> ordersOn(String serial) {
        return jdbc.sql("select order_no from key_claim where serial = ? order by claimed_at desc, order_no desc")
                .param(serial)
                .query(String.class)
                .list();
    }

    boolean isFor(String orderNo, int keyIndex, String serial) {
        return jdbc.sql("select count(*) from key_claim where order_no = ? and key_index = ? and serial = ?")
                        .params(orderNo, keyIndex, serial)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
