package org.keyway.subscriber;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody filled in to open an account, by field name.
 *
 * <p>Passwords are taken as typed, everything else without surrounding blanks.
 */
public record Registration(Map<String, String> fields) {

    static final String ORGANIZATION = "ORGANIZATION";
    static final String INDIVIDUAL = "INDIVIDUAL";

    public Registration {
        Map<String, String> clean = new HashMap<>();
        fields.forEach((name, value) -> clean.put(name, clean(name, value)));
        fields = Map.copyOf(clean);
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean isIndividual() {
        return INDIVIDUAL.equals(get("holderType"));
    }

    public String account() {
        return get("account");
    }

    /** Name of the person who handles the account. */
    String personName() {
        return get(isIndividual() ? "holderName" : "handlerName");
    }

    Subscriber subscriber() {
        boolean alone = isIndividual();
        return new Subscriber(
                account(),
                alone ? INDIVIDUAL : ORGANIZATION,
                alone ? null : get("organizationName"),
                alone ? null : get("uscc"),
                get(alone ? "holderName" : "legalRepresentative"),
                get(alone ? "handlerMobile" : "legalMobile"),
                get(alone ? "handlerEmail" : "legalEmail"),
                personName(),
                get("handlerMobile"),
                get("handlerEmail"),
                false);
    }

    private static String clean(String name, String value) {
        return switch (name) {
            case "password", "passwordConfirm" -> value;
            case "account" -> value.strip().toLowerCase(Locale.ROOT);
            case "uscc", "usccConfirm", "idNumber", "idNumberConfirm" ->
                value.strip().toUpperCase(Locale.ROOT);
            default -> value.strip();
        };
    }

    @Override
    public String toString() {
        return "Registration";
    }
}
