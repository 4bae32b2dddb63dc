package org.keyway.process.step;

import java.util.Map;
import java.util.Optional;
import org.keyway.order.Fields;
import org.keyway.process.Policy;
import org.keyway.process.ProcessVariable;
import org.keyway.process.UnlockFacts;
import org.keyway.shared.Problem;
import org.keyway.ukey.KeyAssignments;
import org.keyway.ukey.OneTimeCodes;
import org.keyway.ukey.OneTimeCodes.Purpose;
import org.keyway.ukey.PinUnlocking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applicant unlocks the own key with the one-time code. The new PIN, if one was typed, goes to the key from here and
 * is nowhere else: not in a variable, row, log or history. Without one, a fresh initial PIN is sent afterwards.
 */
@Component
class UnlockOwnKey implements ApplicantStep {

    private static final String CHOSEN = "APPROVE";
    private static final String INITIAL = "INITIAL";
    private static final String FAILED = "REJECT";

    private final OneTimeCodes codes;
    private final KeyAssignments assignments;
    private final PinUnlocking unlocking;
    private final UnlockFacts facts;
    private final Policy policy;

    UnlockOwnKey(
            OneTimeCodes codes, KeyAssignments assignments, PinUnlocking unlocking, UnlockFacts facts, Policy policy) {
        this.codes = codes;
        this.assignments = assignments;
        this.unlocking = unlocking;
        this.facts = facts;
        this.policy = policy;
    }

    @Override
    public String key() {
        return "Task_UnlockOwnKey";
    }

    /** A code that led to nothing is not used up. */
    @Override
    @Transactional
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        if (input.text("resend").filter("true"::equals).isPresent()) {
            codes.requireAnother(orderNo, Purpose.UNLOCK, Integer.parseInt(policy.term(orderNo, "unlockCodesPerDay")));
            return decided("RESEND");
        }
        String serial = input.text("keySerial")
                .map(text -> text.strip().toUpperCase())
                .orElseThrow(() -> Problem.invalid("keySerial", "step.serial-required"));
        assignments.requireClaimed(orderNo, serial);
        Optional<String> newPin = input.text("newPin");
        if (newPin.isPresent()
                && input.text("newPinConfirm")
                        .filter(again -> !again.equals(newPin.get()))
                        .isPresent()) {
            throw Problem.invalid("newPinConfirm", "step.pin-differs");
        }
        newPin.ifPresent(PinUnlocking::requireStrong);
        codes.redeem(orderNo, Purpose.UNLOCK, input.text("authorizationCode").orElse(""));
        boolean done = newPin.isPresent()
                ? unlocking.toChosen(orderNo, serial, newPin.get().toCharArray())
                : unlocking.toInitial(orderNo, serial);
        if (!done && !facts.isFailedOften(orderNo)) {
            throw Problem.invalid("keySerial", "step.unlock-failed");
        }
        return decided(done ? newPin.isPresent() ? CHOSEN : INITIAL : FAILED);
    }

    private static Map<String, Object> decided(String decision) {
        return Map.of(ProcessVariable.DECISION.key(), decision);
    }
}
