package org.keyway.process;

import java.util.Map;
import org.keyway.order.Fields;

/** What an application for a change is about, as the decision tables and the certificate ask it. */
record ChangeKinds(boolean renamed, boolean legalChanged, boolean sealChanged, boolean handlerChanged) {

    static ChangeKinds of(Fields fields) {
        var types = fields.list("changeTypes").stream()
                .flatMap(text -> java.util.Arrays.stream(text.split("\\s*,\\s*")))
                .toList();
        return new ChangeKinds(
                types.contains("ORGANIZATION_NAME"),
                types.contains("LEGAL_REPRESENTATIVE"),
                types.contains("SEAL_IMAGE"),
                types.contains("HANDLER"));
    }

    /** Whether nothing that a certificate or seal says is changed; {@code legalWritesKey} as the city's term says. */
    boolean registryOnly(boolean legalWritesKey) {
        boolean anything = legalChanged || handlerChanged;
        return anything && !renamed && !sealChanged && !(legalChanged && legalWritesKey);
    }

    Map<String, Object> inputs(boolean legalWritesKey) {
        return Map.of(
                "renamed", renamed,
                "legalChanged", legalChanged,
                "sealChanged", sealChanged,
                "handlerChanged", handlerChanged,
                "registryOnly", registryOnly(legalWritesKey));
    }
}
