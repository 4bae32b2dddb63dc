package org.keyway.process.step;

import java.util.Base64;
import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.shared.Problem;
import org.keyway.ukey.TestStamps;
import org.springframework.stereotype.Component;

/**
 * The applicant asks for the test stamp: with the signature of a key at home the sheet is completed here, otherwise the
 * machine makes and checks it in the next step.
 */
@Component
class TestStamp implements ApplicantStep {

    private final TestStamps stamps;

    TestStamp(TestStamps stamps) {
        this.stamps = stamps;
    }

    @Override
    public String key() {
        return "Task_TestStamp";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        input.text("signature").ifPresent(signature -> {
            if (!stamps.finish(orderNo, keyIndex, decoded(signature))) {
                throw Problem.conflict("ukey.stamp.refused");
            }
        });
        return Map.of();
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("signature", "ukey.stamp.refused");
        }
    }
}
