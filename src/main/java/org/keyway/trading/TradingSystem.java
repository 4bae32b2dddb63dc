package org.keyway.trading;

import java.util.List;
import org.keyway.shared.Notice;

/** The trading centre's system; a technical failure is a {@link TradingFailure}. */
public interface TradingSystem {

    /** Whether the account is approved in the credit library. */
    boolean isCreditApproved(String account);

    /** Asks to bind the keys; {@code requestNo} is the idempotency key, the answer comes as a notice. */
    void requestBinding(String requestNo, String orderNo, List<String> keySerials);

    /** Tells that a key is suspended, works again or is revoked; {@code noticeNo} is the idempotency key. */
    void tellKeyState(String noticeNo, String orderNo, String keySerial, KeyState state);

    /** Checks signature and form of a notice. */
    TradingNews read(Notice notice);
}
