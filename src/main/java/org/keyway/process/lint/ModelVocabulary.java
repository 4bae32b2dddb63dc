package org.keyway.process.lint;

import java.util.Map;
import java.util.Set;

/** The words that models may use: variables, groups, id prefixes, form components. */
final class ModelVocabulary {

    static final Set<String> VARIABLES = Set.of(
            "orderNo",
            "line",
            "region",
            "applicant",
            "decision",
            "round",
            "feeCents",
            "payTiming",
            "writeMode",
            "deliveryMode",
            "batchMode",
            "reason",
            "newKey",
            "keyIndex");

    /** Beans that expressions may ask; {@code keySerial} is local to a step, {@code loopCounter} is the engine's. */
    static final Set<String> EXPRESSION_ROOTS =
            Set.of("policy", "facts", "locks", "bids", "changes", "replacements", "keySerial", "loopCounter");

    static final Set<String> EXPRESSION_WORDS = Set.of(
            "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "empty", "null", "true", "false", "div", "mod");

    static final Set<String> GROUPS =
            Set.of("customer-service", "supervisor", "finance", "key-operator", "support", "trade-center");

    /** Local element name to the prefix of its id. */
    static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "StartEvent_"),
            Map.entry("endEvent", "EndEvent_"),
            Map.entry("boundaryEvent", "Event_"),
            Map.entry("intermediateCatchEvent", "Event_"),
            Map.entry("intermediateThrowEvent", "Event_"),
            Map.entry("userTask", "Task_"),
            Map.entry("serviceTask", "Task_"),
            Map.entry("businessRuleTask", "Task_"),
            Map.entry("receiveTask", "Task_"),
            Map.entry("sendTask", "Task_"),
            Map.entry("manualTask", "Task_"),
            Map.entry("scriptTask", "Task_"),
            Map.entry("task", "Task_"),
            Map.entry("callActivity", "CallActivity_"),
            Map.entry("subProcess", "SubProcess_"),
            Map.entry("transaction", "SubProcess_"),
            Map.entry("exclusiveGateway", "Gateway_"),
            Map.entry("inclusiveGateway", "Gateway_"),
            Map.entry("parallelGateway", "Gateway_"),
            Map.entry("eventBasedGateway", "Gateway_"),
            Map.entry("complexGateway", "Gateway_"),
            Map.entry("message", "Message_"),
            Map.entry("error", "Error_"));

    static final Set<String> FORM_COMPONENTS = Set.of(
            "text",
            "html",
            "image",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "radio",
            "select",
            "group",
            "separator",
            "spacer",
            "default");

    /** Fields of an application that must never become process variables. */
    static final Set<String> PERSONAL = Set.of(
            "organizationName",
            "organizationNameConfirm",
            "uscc",
            "usccConfirm",
            "legalRepresentative",
            "legalRepresentativeIdNumber",
            "organizationPhone",
            "organizationAddress",
            "postcode",
            "handlerName",
            "handlerIdNumber",
            "handlerPosition",
            "handlerMobile",
            "handlerEmail",
            "consigneeName",
            "consigneeMobile",
            "consigneeDivision",
            "consigneeAddress",
            "invoiceTitle",
            "invoiceTaxNumber",
            "invoiceBank",
            "invoiceAccount",
            "invoiceAddress",
            "invoicePhone",
            "newOrganizationName",
            "newLegalRepresentative",
            "authorizationCode",
            "initialPin",
            "pin");

    static final int MAX_NODES = 25;
    static final int MAX_FORM_SCHEMA = 16;

    private ModelVocabulary() {}

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
