package org.keyway.order;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the last review sent back; only these items may be changed while the order is returned. */
@Service
public class ReturnedItems {

    private final JdbcClient jdbc;

    ReturnedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Items to correct; empty means that everything is open again. */
    public List<ReturnedItem> of(String orderNo) {
        return jdbc.sql("select item, code, note from order_returned_item where order_no = ? order by item")
                .param(orderNo)
                .query(ReturnedItem.class)
                .list();
    }

    /** Replaces what was sent back before. */
    @Transactional
    public void replace(String orderNo, List<ReturnedItem> items) {
        jdbc.sql("delete from order_returned_item where order_no = ?").param(orderNo).update();
        items.forEach(item -> jdbc.sql("insert into order_returned_item (order_no, item, code, note) values (?, ?, ?, ?)")
                .params(orderNo, item.item(), item.code(), item.note())
                .update());
    }
}
