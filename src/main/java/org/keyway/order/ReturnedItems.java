package org.keyway.order;

import java.util.List;
import org.keyway.shared.Problem;
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

    /** Refuses with 409 unless the field or paper may be changed now. */
    public void requireEditable(Order order, String item) {
        boolean draft = order.status() == OrderStatus.DRAFT && order.round() == 0;
        boolean returned = order.status() == OrderStatus.RETURNED && isOpen(order, item);
        if (!draft && !returned) {
            throw Problem.conflict(
                    order.status() == OrderStatus.RETURNED ? "order.item-not-returned" : "order.locked", item);
        }
    }

    private boolean isOpen(Order order, String item) {
        List<ReturnedItem> items = of(order.orderNo());
        return items.isEmpty()
                || items.stream().anyMatch(returned -> returned.item().equals(item));
    }

    /** Replaces what was sent back before. */
    @Transactional
    public void replace(String orderNo, List<ReturnedItem> items) {
        jdbc.sql("delete from order_returned_item where order_no = ?")
                .param(orderNo)
                .update();
        items.forEach(
                item -> jdbc.sql("insert into order_returned_item (order_no, item, code, note) values (?, ?, ?, ?)")
                        .params(orderNo, item.item(), item.code(), item.note())
                        .update());
    }
}
