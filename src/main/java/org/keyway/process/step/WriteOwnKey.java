package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.keyway.ukey.AuthorizationCodes;
import org.springframework.stereotype.Component;

/** The applicant starts writing the own key with the one-time authorization code; the code stays out of the process. */
@Component
class WriteOwnKey implements ApplicantStep {

    private final AuthorizationCodes codes;

    WriteOwnKey(AuthorizationCodes codes) {
        this.codes = codes;
    }

    @Override
    public String key() {
        return "Task_WriteOwnKey";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        String serial = input.text("keySerial").orElseThrow(() -> Problem.invalid("keySerial", "step.serial-required"));
        codes.redeem(orderNo, keyIndex, serial, input.text("authorizationCode").orElse(""));
        return Map.of(ProcessVariable.KEY_SERIAL.key(), serial);
    }
}
