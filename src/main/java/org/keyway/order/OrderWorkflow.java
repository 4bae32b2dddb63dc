package org.keyway.order;

/** What an order asks of its process; implemented by {@code process}, called in the order's transaction. */
public interface OrderWorkflow {

    /** Starts the process of the line with the order number as business key. */
    void start(Order order);

    /** Whether the applicant can still stop the order. */
    boolean isCancellable(String orderNo);

    /** Stops a running order; what was paid is refunded by the process. */
    void cancel(String orderNo, String actor);

    /** Whether the key that the order replaces can still be taken back into use. */
    boolean isFindable(String orderNo);

    /** Stops a replacement because the old key has turned up. */
    void found(String orderNo);

    /**
     * Completes a step of the applicant.
     *
     * @param taskId id of an open step as in {@link OpenStep}
     * @param input what the step's form asks for
     * @throws org.keyway.shared.Problem when the step is not open, not theirs, or the input is wrong; nothing changes
     */
    void complete(String taskId, String actor, Fields input);
}
