package org.keyway.process.step;

import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.process.ProcessVariable;
import org.keyway.shared.Problem;
import org.keyway.ukey.AuthorizationCodes;
import org.keyway.ukey.KeyStock;
import org.springframework.stereotype.Component;

/**
 * The applicant starts writing the own key: a blank one with the one-time authorization code, which stays out of the
 * process; one in use by having it at hand.
 */
@Component
class WriteOwnKey implements ApplicantStep {

    private final AuthorizationCodes codes;
    private final KeyStock stock;

    WriteOwnKey(AuthorizationCodes codes, KeyStock stock) {
        this.codes = codes;
        this.stock = stock;
    }

    @Override
    public String key() {
        return "Task_WriteOwnKey";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        String serial = input.text("keySerial").orElseThrow(() -> Problem.invalid("keySerial", "step.serial-required"));
        if (codes.isIssued(orderNo, keyIndex)) {
            codes.redeem(
                    orderNo, keyIndex, serial, input.text("authorizationCode").orElse(""));
        } else {
            stock.current(orderNo, keyIndex)
                    .filter(device -> device.serial().equals(serial))
                    .orElseThrow(() -> Problem.invalid("keySerial", "ukey.serial.mismatch"));
        }
        return Map.of(ProcessVariable.KEY_SERIAL.key(), serial);
    }
}
