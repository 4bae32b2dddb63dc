package org.keyway.order.form;

import org.keyway.order.BusinessLine;

/** Where the HTML of a start form comes from: the version that is deployed now; implemented by {@code process}. */
public interface Forms {

    /** The HTML of {@code forms/<line>-start.html} as deployed. */
    String startForm(BusinessLine line);

    /** The same form as rules. */
    default FormSchema schema(BusinessLine line) {
        return FormSchema.parse(startForm(line));
    }
}
