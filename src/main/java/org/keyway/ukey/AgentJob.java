package org.keyway.ukey;

/** A key-writing job as a key agent is offered it; {@code id} names it in addresses. */
public record AgentJob(String id, String orderNo, int keyIndex, String serial, WriteKind kind) {

    static AgentJob of(WriteOrder order) {
        return new AgentJob(
                order.orderNo() + "-" + order.keyIndex(),
                order.orderNo(),
                order.keyIndex(),
                order.serial(),
                order.kind());
    }
}
