package org.keyway.portal;

import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Who may see which order: its people and the staff; for everybody else it does not exist. */
@Component
public class OrderAccess {

    private final OrderService orders;

    OrderAccess(OrderService orders) {
        this.orders = orders;
    }

    /** The order, for its people and the staff; 404 otherwise. */
    public Order visible(String orderNo, Actor actor) {
        return actor.isStaff() ? orders.find(orderNo) : orders.owned(orderNo, actor.account());
    }

    /** The order, for its people alone: only they change it. */
    public Order writable(String orderNo, String account) {
        return orders.owned(orderNo, account);
    }

    /** The order, for its applicant alone: nobody else has the key. */
    public Order applied(String orderNo, String account) {
        Order order = orders.owned(orderNo, account);
        if (!order.applicant().equals(account)) {
            throw Problem.forbidden("ukey.applicant-only");
        }
        return order;
    }

    /** Whether personal numbers are shown in full. */
    public boolean isOwn(Order order, Actor actor) {
        return order.applicant().equals(actor.account()) || order.createdBy().equals(actor.account());
    }

    /** Refuses people who do not work here. */
    public void requireStaff(Actor actor) {
        if (!actor.isStaff()) {
            throw Problem.forbidden("portal.staff-only");
        }
    }
}
