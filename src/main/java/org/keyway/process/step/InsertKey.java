package org.keyway.process.step;

import java.util.Base64;
import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.process.KeyOrders;
import org.keyway.shared.Problem;
import org.keyway.ukey.KeyChallenges;
import org.springframework.stereotype.Component;

/**
 * The applicant shows that the lost key is back: its serial number is that of the loss. Read by the key agent, the key
 * also signs a question, which proves that it is there and that its PIN is known.
 */
@Component
class InsertKey implements ApplicantStep {

    private final KeyOrders keyOrders;
    private final KeyChallenges challenges;

    InsertKey(KeyOrders keyOrders, KeyChallenges challenges) {
        this.keyOrders = keyOrders;
        this.challenges = challenges;
    }

    @Override
    public String key() {
        return "Task_InsertKey";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        String serial = input.text("keySerial")
                .map(String::strip)
                .orElseThrow(() -> Problem.invalid("keySerial", "step.serial-required"));
        String claimed = keyOrders
                .claimed(orderNo)
                .filter(serial::equalsIgnoreCase)
                .orElseThrow(() -> Problem.invalid("keySerial", "step.serial-mismatch", serial));
        input.text("signature")
                .ifPresentOrElse(
                        signature -> challenges.answer(orderNo, claimed, decoded(signature)),
                        () -> challenges.forget(orderNo));
        return Map.of();
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("signature", "ukey.challenge.refused");
        }
    }
}
