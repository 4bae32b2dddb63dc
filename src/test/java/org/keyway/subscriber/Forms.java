package org.keyway.subscriber;

import java.util.HashMap;
import java.util.Map;

/** Filled-in registrations of made-up people. */
final class Forms {

    static final String PASSWORD = "bamboo raft skylight 77";

    private Forms() {}

    static Map<String, String> organization() {
        Map<String, String> fields = everybody("jianshe01");
        fields.put("holderType", "ORGANIZATION");
        fields.put("organizationName", "注册测试有限公司");
        fields.put("organizationNameConfirm", "注册测试有限公司");
        fields.put("uscc", "91330683MA0TE5T08D");
        fields.put("usccConfirm", "91330683ma0te5t08d");
        fields.put("legalRepresentative", "王样例");
        fields.put("legalMobile", "13900000071");
        fields.put("legalEmail", "legal.jianshe@example.test");
        fields.put("handlerName", "李测试");
        return fields;
    }

    static Map<String, String> individual(String account) {
        Map<String, String> fields = everybody(account);
        fields.put("holderType", "INDIVIDUAL");
        fields.put("holderName", "周测试");
        fields.put("idNumber", "110101199003070134");
        fields.put("idNumberConfirm", "110101199003070134");
        return fields;
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> everybody(String account) {
        Map<String, String> fields = new HashMap<>();
        fields.put("handlerMobile", "13800000071");
        fields.put("handlerEmail", "jianshe@example.test");
        fields.put("account", account);
        fields.put("password", PASSWORD);
        fields.put("passwordConfirm", PASSWORD);
        return fields;
    }
}
