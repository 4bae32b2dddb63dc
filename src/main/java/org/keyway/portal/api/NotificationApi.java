package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyway.payment.PaymentService;
import org.keyway.shipping.Parcels;
import org.keyway.trading.TradingDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where partners tell us what happened; headers and raw body go on untouched, because signatures cover them. */
@RestController
@Tag(name = "notifications")
class NotificationApi {

    private final PaymentService payments;
    private final Parcels parcels;
    private final TradingDesk trading;

    NotificationApi(PaymentService payments, Parcels parcels, TradingDesk trading) {
        this.payments = payments;
        this.parcels = parcels;
        this.trading = trading;
    }

    @PostMapping("/api/payments/notifications/{provider}")
    @Operation(operationId = "paymentNotice")
    ResponseEntity<String> payment(@PathVariable String provider, HttpServletRequest request) throws IOException {
        var answer = payments.receive(provider, new org.keyway.shared.Notice(headers(request), body(request)));
        return answer(answer.status(), answer.mediaType(), answer.body());
    }

    @PostMapping("/api/shipments/notifications/{carrier}")
    @Operation(operationId = "shipmentNotice")
    ResponseEntity<String> shipment(@PathVariable String carrier, HttpServletRequest request) throws IOException {
        var answer = parcels.receive(carrier, new org.keyway.shared.Notice(headers(request), body(request)));
        return answer(answer.status(), answer.mediaType(), answer.body());
    }

    @PostMapping("/api/trading/notifications")
    @Operation(operationId = "tradingNotice")
    ResponseEntity<String> trading(HttpServletRequest request) throws IOException {
        var answer = trading.receive(new org.keyway.shared.Notice(headers(request), body(request)));
        return answer(answer.status(), answer.mediaType(), answer.body());
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readAllBytes();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }

    private static ResponseEntity<String> answer(int status, String mediaType, String body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .body(body);
    }
}
