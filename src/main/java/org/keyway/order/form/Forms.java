package org.keyway.order.form;

import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;

/** Where the HTML of a start form comes from: the version that is deployed now; implemented by {@code process}. */
public interface Forms {

    /** Whether the line has a process and a form to start it with. */
    boolean isOpen(BusinessLine line);

    /** The HTML of {@code forms/<line>-start.html} as deployed. */
    default String startForm(BusinessLine line) {
        return startForm(line, Fields.empty());
    }

    /** The form for an application that already says something: a special service may have a form of its own. */
    String startForm(BusinessLine line, Fields fields);

    /** The same form as rules. */
    default FormSchema schema(BusinessLine line, Fields fields) {
        return FormSchema.parse(startForm(line, fields));
    }
}
