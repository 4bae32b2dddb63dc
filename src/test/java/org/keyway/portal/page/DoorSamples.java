package org.keyway.portal.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.Consent;
import org.keyway.portal.page.HallPages.LineTile;

/** Made-up data of the pages before signing in. */
final class DoorSamples {

    private DoorSamples() {}

    static Verdicts.CertificateVerdict certificateVerdict() {
        return new Verdicts.CertificateVerdict("17ab", true, "正常", "测试建设有限公司", "签名证书", "2026-11-21", "2027-11-21");
    }

    static Verdicts.FileVerdict verdict() {
        return new Verdicts.FileVerdict(
                "VALID",
                "签名有效。",
                "测试建设有限公司",
                "2026-11-21 12:00",
                certificateVerdict(),
                List.of(new Verdicts.Reason(true, "文件签名后没有被改动。"), new Verdicts.Reason(false, "印章已经作废。")));
    }

    static Verdicts.FileVerdict changed() {
        return new Verdicts.FileVerdict("CHANGED", "签名后被改动过。", "", "", null, List.of());
    }

    static List<LineTile> tiles() {
        List<String> icons = List.of(
                "key",
                "arrow-repeat",
                "pencil-square",
                "files",
                "patch-check",
                "unlock",
                "shield-exclamation",
                "stars");
        return Arrays.stream(BusinessLine.values())
                .map(line -> new LineTile(line.slug(), icons.get(line.ordinal()), line == BusinessLine.NEW_ISSUANCE))
                .toList();
    }

    static Map<String, String> picture() {
        Map<String, String> question = new HashMap<>();
        question.put("picture", "data:image/png;base64,iVBORw0KGgo=");
        question.put("words", null);
        return question;
    }

    static Map<String, Object> agreement() {
        Consent text = new Consent("account-agreement", "2026-11", "锁业通用户注册协议", "/consents/x");
        return Map.of(
                "declined", true, "consents", List.of(text), "texts", Map.of("account-agreement", "<p>请阅读以下约定。</p>"));
    }

    static Map<String, Object> registration(boolean individual) {
        Map<String, String> question = new HashMap<>();
        question.put("picture", null);
        question.put("words", "抽屉里有三把锁，又放进去四把，现在一共有几把？");
        return Map.of(
                "individual",
                individual,
                "values",
                Map.of("organizationName", "测试建设有限公司"),
                "faults",
                Map.of("uscc", "统一社会信用代码不正确", "captcha", "验证题的答案不对"),
                "captcha",
                question);
    }
}
