package org.keyway.ukey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The processes of a test: orders wait for a key until it is written. */
final class AwaitedOrders implements WriteOrders, UnlockOrders {

    private final Map<String, WriteOrder> waiting = new ConcurrentHashMap<>();
    /** Orders that wait for their key to be unlocked. */
    final Set<String> locked = ConcurrentHashMap.newKeySet();

    final List<String> refused = new CopyOnWriteArrayList<>();
    final Set<String> started = ConcurrentHashMap.newKeySet();

    void await(WriteOrder order) {
        waiting.put(order.orderNo(), order);
    }

    @org.springframework.context.event.EventListener
    void on(KeyWritten fact) {
        waiting.remove(fact.orderNo());
    }

    @Override
    public Optional<WriteOrder> awaited(String orderNo, int keyIndex, String serial) {
        return Optional.ofNullable(waiting.get(orderNo))
                .filter(order -> order.keyIndex() == keyIndex && order.serial().equals(serial));
    }

    @Override
    public boolean isAwaited(String orderNo) {
        return locked.contains(orderNo);
    }

    @Override
    public void unlocked(String orderNo) {
        locked.remove(orderNo);
    }

    @Override
    public void refused(String orderNo) {
        refused.add(orderNo);
    }

    @Override
    public void started(String orderNo) {
        started.add(orderNo);
    }
}
