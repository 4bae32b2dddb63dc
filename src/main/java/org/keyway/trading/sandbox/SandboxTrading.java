package org.keyway.trading.sandbox;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.keyway.shared.Notice;
import org.keyway.shared.Problem;
import org.keyway.shared.sandbox.SandboxPost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Service;

/** What the trading system tells next; each part travels as one notice by HTTP to the public endpoint. */
@Service
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxTrading {

    private static final String PATH = "/api/trading/notifications";

    private final SandboxBooks books;
    private final SandboxExchange exchange;
    private final SandboxPost post;
    private final SandboxMode mode;

    SandboxTrading(SandboxBooks books, SandboxExchange exchange, SandboxPost post, SandboxMode mode) {
        this.books = books;
        this.exchange = exchange;
        this.post = post;
        this.mode = mode;
    }

    /**
     * @param answer any of {@code creditApproved} (with {@code account}, the order's applicant), {@code binding}
     *     ACCEPTED or REJECTED (with {@code reason}), {@code bidOpeningAt} (ISO 8601 with offset)
     */
    public void answer(String orderNo, Map<String, Object> answer) {
        check(answer);
        if (answer.get("creditApproved") != null) {
            String account = String.valueOf(answer.get("account"));
            boolean approved = Boolean.parseBoolean(String.valueOf(answer.get("creditApproved")));
            books.approve(account, approved);
            tell(orderNo, "CREDIT", Map.of("account", account, "approved", approved));
        }
        if (answer.get("binding") != null) {
            String reason = answer.get("reason") == null ? "" : String.valueOf(answer.get("reason"));
            String request = books.newestRequest(orderNo);
            tell(orderNo, "BINDING", Map.of("requestNo", request, "binding", answer.get("binding"), "reason", reason));
        }
        if (answer.get("bidOpeningAt") != null) {
            tell(orderNo, "BID_OPENING", Map.of("bidOpeningAt", answer.get("bidOpeningAt")));
        }
    }

    private void check(Map<String, Object> answer) {
        Object binding = answer.get("binding");
        if (binding != null && !binding.equals("ACCEPTED") && !binding.equals("REJECTED")) {
            throw Problem.malformed("trading.sandbox.binding");
        }
        if (answer.get("creditApproved") != null && answer.get("account") == null) {
            throw Problem.malformed("trading.sandbox.account");
        }
        if (answer.get("bidOpeningAt") != null) {
            try {
                OffsetDateTime.parse(String.valueOf(answer.get("bidOpeningAt")));
            } catch (DateTimeException e) {
                throw Problem.malformed("trading.sandbox.bid-opening");
            }
        }
    }

    private void tell(String orderNo, String kind, Map<String, Object> content) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("noticeId", UUID.randomUUID().toString());
        fields.put("kind", kind);
        fields.put("orderNo", orderNo);
        fields.putAll(content);
        Notice notice = exchange.write(fields);
        if (mode.isUp("trading")) {
            post.deliver(0, () -> post.post(PATH, notice.body(), notice.header("X-Sandbox-Signature")));
        }
    }
}
