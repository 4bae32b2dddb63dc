package org.keyway.portal.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keyway.portal.Wording;
import org.keyway.shared.Problem;

/** What is wrong with a form, in words by field. */
final class FormFaults {

    private FormFaults() {}

    static Map<String, String> of(Problem problem, Wording wording) {
        Map<String, String> faults = new LinkedHashMap<>();
        problem.errors()
                .forEach(error -> faults.putIfAbsent(error.field(), wording.text(error.code(), error.arguments())));
        return faults;
    }
}
