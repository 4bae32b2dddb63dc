package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;

/** What an applicant's step asks for and does before the process moves on. */
interface ApplicantStep {

    /** Element id of the step. */
    String key();

    /**
     * Checks the input and does the step's work.
     *
     * @return process variables to set; references and decisions only
     * @throws org.keyway.shared.Problem when the input is wrong; nothing changes
     */
    Map<String, Object> complete(String orderNo, int keyIndex, Fields input);
}
