package org.keyway.ukey;

import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** What lets a key agent write: the authorization code that was sent for a blank key, a pass for a key in use. */
@Component
class JobAccess {

    private final AuthorizationCodes codes;
    private final JobPasses passes;

    JobAccess(AuthorizationCodes codes, JobPasses passes) {
        this.codes = codes;
        this.passes = passes;
    }

    /** Accepts what was shown or throws a problem of its field. */
    void redeem(WriteOrder order, String shown) {
        if (isByCode(order.orderNo(), order.keyIndex())) {
            codes.redeem(order.orderNo(), order.keyIndex(), order.serial(), shown);
        } else {
            passes.require(order.orderNo(), order.keyIndex(), order.serial(), shown);
        }
    }

    /** Accepts what was shown when this key was written, so that a lost answer can be given again. */
    void recognize(String orderNo, int keyIndex, String serial, String shown) {
        if (isByCode(orderNo, keyIndex)) {
            codes.recognize(orderNo, keyIndex, serial, shown);
        } else {
            passes.require(orderNo, keyIndex, serial, shown);
        }
    }

    /** A pass for the key in use that the order waits for; a blank key is written with its code alone. */
    String pass(WriteOrder order) {
        if (isByCode(order.orderNo(), order.keyIndex()) || order.kind().initializes()) {
            throw Problem.invalid("authorizationCode", "ukey.code.missing");
        }
        return passes.issue(order.orderNo(), order.keyIndex(), order.serial());
    }

    private boolean isByCode(String orderNo, int keyIndex) {
        return codes.isIssued(orderNo, keyIndex);
    }
}
