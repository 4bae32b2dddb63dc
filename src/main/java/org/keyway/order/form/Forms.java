package org.keyway.order.form;

import org.keyway.order.BusinessLine;

/** Where the HTML of a start form comes from: the version that is deployed now; implemented by {@code process}. */
public interface Forms {

    /** Whether the line has a process and a form to start it with. */
    boolean isOpen(BusinessLine line);

    /** The HTML of {@code forms/<line>-start.html} as deployed. */
    String startForm(BusinessLine line);
}
