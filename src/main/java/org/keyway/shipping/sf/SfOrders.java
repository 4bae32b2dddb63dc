package org.keyway.shipping.sf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.shipping.Carrier.Transport;
import org.keyway.shipping.Freight;

/** The message of EXP_RECE_CREATE_ORDER. */
final class SfOrders {

    private SfOrders() {}

    static Map<String, Object> message(SfSettings settings, Transport transport) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("language", "zh-CN");
        message.put("orderId", transport.parcelNo());
        message.put("cargoDetails", List.of(Map.of("name", settings.cargo(), "count", transport.pieces())));
        message.put("contactInfoList", List.of(sender(settings), receiver(transport)));
        boolean prepaid = transport.freight() == Freight.PREPAID;
        message.put("payMethod", prepaid ? 1 : 2);
        if (prepaid && !settings.monthlyCard().isBlank()) {
            message.put("monthlyCard", settings.monthlyCard());
        }
        message.put("expressTypeId", 2);
        message.put("isReturnRoutelabel", 1);
        return message;
    }

    private static Map<String, Object> sender(SfSettings settings) {
        return Map.of(
                "contactType", 1,
                "contact", settings.senderName(),
                "mobile", settings.senderPhone(),
                "country", "CN",
                "address", settings.senderAddress());
    }

    private static Map<String, Object> receiver(Transport transport) {
        return Map.of(
                "contactType", 2,
                "contact", transport.consignee().name(),
                "mobile", transport.consignee().mobile(),
                "country", "CN",
                "postCode", transport.consignee().division(),
                "address", transport.consignee().address());
    }
}
