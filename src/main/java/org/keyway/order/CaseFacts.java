package org.keyway.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Facts of other capabilities that lists show beside the order. */
@Service
public class CaseFacts {

    private final CaseViews cases;

    CaseFacts(CaseViews cases) {
        this.cases = cases;
    }

    /** The fee that was quoted, in CNY cents. */
    @Transactional
    public void feeIs(String orderNo, long cents) {
        cases.feeIs(orderNo, cents);
    }

    /** The waybill under which the carrier has the parcel. */
    @Transactional
    public void waybillIs(String orderNo, String waybillNo) {
        cases.waybillIs(orderNo, waybillNo);
    }

    /** The line where the applicant goes on, as the end of the process says. */
    @Transactional
    public void redirectIs(String orderNo, String line) {
        cases.redirectIs(orderNo, line);
    }

    /** What the reviewer sent back, in words for the order list. */
    @Transactional
    public void defectsAre(String orderNo, String text) {
        cases.defectsAre(orderNo, text);
    }
}
