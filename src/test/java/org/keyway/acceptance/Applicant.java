package org.keyway.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the made-up applicants write into the form. */
public final class Applicant {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Applicant() {}

    /** The fields of an organisation whose lock is mailed; the keys are those of the contract. */
    public static Map<String, Object> organization() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("holderType", "ORGANIZATION");
        fields.put("lockKind", "MAIN");
        fields.put("years", 1);
        fields.put("quantity", 1);
        fields.put("organizationName", "测试建设有限公司");
        fields.put("organizationNameConfirm", "测试建设有限公司");
        fields.put("uscc", "91330683MA0TE5T08D");
        fields.put("usccConfirm", "91330683MA0TE5T08D");
        fields.put("legalRepresentative", "王样例");
        fields.put("legalRepresentativeIdNumber", idNumber("33068319700101003"));
        fields.put("organizationPhone", "0575-83000001");
        fields.put("organizationAddress", "浙江省嵊州市样例路1号");
        fields.put("postcode", "312400");
        fields.put("handlerName", "张测试");
        fields.put("handlerIdNumber", idNumber("33068319900307001"));
        fields.put("handlerPosition", "经办");
        fields.put("handlerMobile", "13800000001");
        fields.put("handlerEmail", "zhang@example.test");
        fields.put("deliveryMode", "MAIL");
        fields.put("freight", "PREPAID");
        fields.put("consigneeName", "张测试");
        fields.put("consigneeMobile", "13800000001");
        fields.put("consigneeDivision", "330683");
        fields.put("consigneeAddress", "样例路1号测试大厦8楼");
        fields.put("invoiceType", "NORMAL");
        fields.put("invoiceTitle", "测试建设有限公司");
        fields.put("invoiceTaxNumber", "91330683MA0TE5T08D");
        return fields;
    }

    /** A resident ID number with its check digit (GB 11643) from the first seventeen digits. */
    public static String idNumber(String seventeen) {
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += (seventeen.charAt(at) - '0') * WEIGHTS[at];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
