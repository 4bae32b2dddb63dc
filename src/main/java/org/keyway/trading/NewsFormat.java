package org.keyway.trading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * The JSON of a trading notice: {@code {noticeId, kind: CREDIT|BINDING|BID_OPENING, account, approved, orderNo, requestNo,
 * binding: ACCEPTED|REJECTED, reason, bidOpeningAt}}.
 */
public final class NewsFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NewsFormat() {}

    /** The news in a body whose signature was checked. */
    public static TradingNews read(byte[] body) {
        try {
            JsonNode fields = JSON.readTree(body);
            String id = fields.path("noticeId").asText();
            String orderNo = fields.path("orderNo").asText();
            if (id.isEmpty() || id.length() > 128) {
                return new TradingNews.Rejected("FORMAT");
            }
            return switch (fields.path("kind").asText()) {
                case "CREDIT" -> credit(id, fields);
                case "BINDING" -> binding(id, orderNo, fields);
                case "BID_OPENING" ->
                    new TradingNews.BidOpening(
                            id,
                            orderNo,
                            OffsetDateTime.parse(fields.path("bidOpeningAt").asText())
                                    .toInstant());
                default -> new TradingNews.Rejected("FORMAT");
            };
        } catch (IOException | DateTimeException e) {
            return new TradingNews.Rejected("FORMAT");
        }
    }

    private static TradingNews credit(String id, JsonNode fields) {
        return fields.path("approved").isBoolean() && fields.path("account").isTextual()
                ? new TradingNews.Credit(
                        id,
                        fields.path("account").asText(),
                        fields.path("approved").asBoolean())
                : new TradingNews.Rejected("FORMAT");
    }

    private static TradingNews binding(String id, String orderNo, JsonNode fields) {
        String answer = fields.path("binding").asText();
        return answer.equals("ACCEPTED") || answer.equals("REJECTED")
                ? new TradingNews.Binding(
                        id,
                        orderNo,
                        fields.path("requestNo").asText(),
                        answer.equals("ACCEPTED"),
                        fields.path("reason").asText())
                : new TradingNews.Rejected("FORMAT");
    }
}
