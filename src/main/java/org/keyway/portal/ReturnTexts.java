package org.keyway.portal;

import org.keyway.order.ReturnedItem;
import org.springframework.stereotype.Component;

/** Says in words why an item was sent back. */
@Component
public class ReturnTexts {

    private final Wording wording;

    ReturnTexts(Wording wording) {
        this.wording = wording;
    }

    /** The coded reason, followed by the reviewer's note. */
    public String of(ReturnedItem item) {
        String reason = wording.textOr(wording.text("defect.OTHER"), "defect." + item.code());
        return item.note() == null || item.note().isBlank()
                ? reason
                : wording.text("portal.reason-note", reason, item.note());
    }
}
