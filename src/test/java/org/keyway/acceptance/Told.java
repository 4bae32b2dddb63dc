package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages of an order, by the names of their templates. */
final class Told {

    private Told() {}

    /** Waits for these; there are no others and none twice. */
    static void exactly(Case order, String... templates) {
        for (String template : templates) {
            order.message(template);
        }
        assertThat(order.messages().findValuesAsText("template")).containsExactlyInAnyOrder(templates);
    }

    static long times(Case order, String template) {
        return order.messages().findValuesAsText("template").stream()
                .filter(template::equals)
                .count();
    }
}
