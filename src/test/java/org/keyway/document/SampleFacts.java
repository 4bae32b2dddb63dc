package org.keyway.document;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the portal hands in for the documents that are made from an order's facts. */
final class SampleFacts {

    static final String WAYBILL = "SF1000000000017";
    static final String KEY = "KW2026000123";
    static final String CERTIFICATE = "b1946ac92492d2347c6235b4d2611184";
    static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private SampleFacts() {}

    static Map<String, Object> complete() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("regionName", "嵊州");
        facts.put("statusText", "已完成");
        facts.put("createdAt", "2026-11-21 10:00");
        facts.put("endedAt", "2026-11-25 16:20");
        facts.put("printedAt", "2026-11-25 16:30");
        facts.put("amount", "¥600.00");
        facts.put("barcodeOf", WAYBILL);
        facts.put("payments", List.of(payment()));
        facts.put("history", Collections.nCopies(9, step()));
        facts.put("keys", Collections.nCopies(3, key()));
        facts.put("parcels", List.of(parcel()));
        facts.putAll(evidence());
        return facts;
    }

    private static Map<String, Object> evidence() {
        Map<String, Object> field = Map.of("label", "单位地址", "value", "浙江省绍兴市嵊州市测试路 18 号测试大厦 6 层");
        return Map.of(
                "sections",
                List.of(Map.of("title", "01 单位信息", "fields", Collections.nCopies(8, field))),
                "papers",
                Collections.nCopies(4, paper()),
                "consents",
                List.of(Map.of("title", "数字证书与电子签章办理告知确认书", "id", "new-issuance-notice", "version", "2026-11")),
                "decisions",
                List.of(decision()),
                "writing",
                List.of(attempt()),
                "messages",
                Collections.nCopies(6, message()),
                "audit",
                Collections.nCopies(30, entry()));
    }

    private static Map<String, Object> payment() {
        return Map.of(
                "paymentNo",
                "XB20261121000017P1",
                "method",
                "支付宝",
                "amount",
                "¥600.00",
                "status",
                "已支付",
                "paidAt",
                "2026-11-22 09:00",
                "refunded",
                "");
    }

    private static Map<String, Object> step() {
        return Map.of(
                "step",
                "审核申请",
                "handler",
                "li",
                "receivedAt",
                "2026-11-21 10:05",
                "handledAt",
                "2026-11-21 11:00",
                "opinion",
                "通过");
    }

    private static Map<String, Object> key() {
        Map<String, Object> certificate = Map.of(
                "serial",
                CERTIFICATE,
                "use",
                "签名证书",
                "notBefore",
                "2026-11-23",
                "notAfter",
                "2028-11-23",
                "state",
                "有效");
        return Map.of(
                "serial",
                KEY,
                "model",
                "KW-2026",
                "state",
                "使用中",
                "seal",
                "2028-11-23",
                "certificates",
                List.of(certificate, certificate));
    }

    private static Map<String, Object> parcel() {
        Map<String, Object> parcel = new HashMap<>(Map.of(
                "round",
                1,
                "carrier",
                "顺丰速运",
                "waybillNo",
                WAYBILL,
                "status",
                "已签收",
                "dispatchedAt",
                "2026-11-23 18:00"));
        parcel.putAll(Map.of(
                "freight",
                "到付",
                "keySerials",
                KEY,
                "consignee",
                "张测试",
                "mobile",
                "138****0001",
                "address",
                "浙江省嵊州市测试路"));
        Map<String, Object> event = Map.of("at", "2026-11-24 10:00", "place", "嵊州市", "text", "已签收，签收人：本人");
        parcel.put("events", List.of(event, event));
        return parcel;
    }

    private static Map<String, Object> paper() {
        return Map.of(
                "type",
                "营业执照",
                "fileName",
                "营业执照-测试建设工程集团有限公司-扫描件.pdf",
                "pages",
                2,
                "size",
                120_000L,
                "round",
                1,
                "uploadedAt",
                "2026-11-21 10:02",
                "sha256",
                SHA);
    }

    private static Map<String, Object> decision() {
        return Map.of("round", 1, "stage", "审核", "reviewer", "li", "opinion", "通过", "decidedAt", "2026-11-21 11:00");
    }

    private static Map<String, Object> attempt() {
        Map<String, Object> attempt = new HashMap<>(Map.of("number", 1, "round", 1, "serial", KEY));
        attempt.putAll(Map.of(
                "source", "工作人员制证", "step", "制证完成", "startedAt", "2026-11-23 09:00", "updatedAt", "2026-11-23 09:01"));
        return attempt;
    }

    private static Map<String, Object> message() {
        return Map.of(
                "channel", "短信", "to", "138****0001", "sentAt", "2026-11-23 09:02", "text", "【锁业通】订单的制证授权码：********。");
    }

    private static Map<String, Object> entry() {
        Map<String, Object> entry = new HashMap<>(Map.of("sequence", 17L, "at", "2026-11-21T02:00:00.123456Z"));
        entry.putAll(Map.of(
                "actor",
                "system",
                "action",
                "order.status",
                "subject",
                Papers.ORDER_NO,
                "detail",
                "WRITING",
                "hash",
                SHA));
        return entry;
    }
}
