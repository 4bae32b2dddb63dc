package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.process.Policy;
import org.keyway.process.ProcessVariable;
import org.keyway.ukey.OneTimeCodes;
import org.keyway.ukey.OneTimeCodes.Purpose;
import org.springframework.stereotype.Component;

/** The applicant types the code that came to the reserved phone, or asks for another one. */
@Component
class ConfirmIdentity implements ApplicantStep {

    private final OneTimeCodes codes;
    private final Policy policy;

    ConfirmIdentity(OneTimeCodes codes, Policy policy) {
        this.codes = codes;
        this.policy = policy;
    }

    @Override
    public String key() {
        return "Task_ConfirmIdentity";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        if (input.text("resend").filter("true"::equals).isPresent()) {
            codes.requireAnother(
                    orderNo, Purpose.IDENTITY, Integer.parseInt(policy.term(orderNo, "unlockCodesPerDay")));
            return Map.of(ProcessVariable.DECISION.key(), "RESEND");
        }
        codes.redeem(orderNo, Purpose.IDENTITY, input.text("identityCode").orElse(""));
        return Map.of(ProcessVariable.DECISION.key(), "APPROVE");
    }
}
