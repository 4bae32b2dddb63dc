package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A key in use of an applicant, as an order of new issuance left it, and what the contract shows of it. */
public final class OwnKey {

    private static final String SHENGZHOU = "330683";

    private final Keyway keyway;
    private final Person owner;
    private final String serial;

    private OwnKey(Keyway keyway, Person owner, String serial) {
        this.keyway = keyway;
        this.owner = owner;
        this.serial = serial;
    }

    /** Issues a key in Shengzhou to the account and puts it into use. */
    public static OwnKey issuedTo(Keyway keyway, String account) {
        Case order = Case.submitted(keyway, account, SHENGZHOU, Map.of("invoiceType", "NONE"));
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        order.does("Task_BindKey", Map.of("keySerial", serial))
                .isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        return new OwnKey(keyway, keyway.as(account), serial);
    }

    /** Another key that the account holds. */
    OwnKey other(String otherSerial) {
        return new OwnKey(keyway, owner, otherSerial);
    }

    public String serial() {
        return serial;
    }

    /** What an application about this key says; the lock answers the rest. */
    Map<String, Object> fields(Object... more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("keySerial", serial);
        fields.put("holderType", "ORGANIZATION");
        for (int at = 0; at < more.length; at += 2) {
            fields.put((String) more[at], more[at + 1]);
        }
        return fields;
    }

    JsonNode read() {
        return owner.get("/api/keys/" + serial).expect(200).json();
    }

    String state() {
        return read().get("state").asText();
    }

    public OwnKey becomes(String state) {
        Keyway.eventually(
                () -> state().equals(state) ? state : null, () -> serial + " is not " + state + ": " + read());
        return this;
    }

    /** Certificates on the key that are in this state. */
    List<JsonNode> certificates(String state) {
        return StreamSupport.stream(read().get("certificates").spliterator(), false)
                .filter(each -> each.get("state").asText().equals(state))
                .toList();
    }

    List<String> serials(String state) {
        return certificates(state).stream()
                .map(each -> each.get("serial").asText())
                .toList();
    }

    /** These certificates are in the public list, the others of the key are not. */
    void listsExactly(List<String> revoked) {
        assertThat(Revocations.of(keyway)).containsAll(revoked);
        for (JsonNode certificate : read().get("certificates")) {
            String number = certificate.get("serial").asText();
            if (!revoked.contains(number)) {
                assertThat(Revocations.of(keyway)).doesNotContain(number);
            }
        }
    }
}
