package org.keyway.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key at its holder's: what is ordered for it later in its life, each up to the step that needs the key itself. */
public final class KeyLife {

    private static final String LANXI = "330781";
    private static final String SHENGZHOU = "330683";
    private static final String ORDOS = "150600";
    private static final Map<String, String> YES = Map.of("decision", "APPROVE");

    private final Keyway keyway;
    private final String account;
    private final String serial;

    public KeyLife(Keyway keyway, String account, String serial) {
        this.keyway = keyway;
        this.account = account;
        this.serial = serial;
    }

    /** Written and tried: bound in the trading system and in use from now on. */
    public void begins(Case issued) {
        bound(issued);
    }

    /** A renewal that waits for the key. */
    public Case renewal() {
        Case order = filed("renewal", SHENGZHOU, Map.of("years", 1, "unchangedDeclared", "true", "lockKind", "MAIN"));
        order.becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_PAYMENT").isPaid();
        return order.becomes("AWAITING_SELF_WRITE");
    }

    /** Another legal representative, to be written to the key. */
    public Case change(String representative) {
        Map<String, Object> fields =
                Map.of("changeTypes", List.of("LEGAL_REPRESENTATIVE"), "newLegalRepresentative", representative);
        Case order = filed("change", LANXI, fields);
        order.becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_PAYMENT").isPaid();
        return order.becomes("AWAITING_SELF_WRITE");
    }

    /** The PIN is locked: the one-time code was sent. */
    public Case unlocking() {
        Case order = filed("unlock", SHENGZHOU, Map.of("unlockCause", "LOCKED", "unlockMode", "SELF_CODE"));
        order.becomes("PENDING_REVIEW");
        order.does(
                "Task_ConfirmIdentity",
                Map.of("identityCode", Locks.secret(order, "identity_code", "\u9a8c\u8bc1\u7801")));
        order.isApproved().becomes("UNLOCKING").ownTask("Task_UnlockOwnKey");
        return order;
    }

    /** The code that the order of {@link #unlocking} sent last. */
    public static String code(Case unlocking) {
        return Locks.secret(unlocking, "unlock_code", "\u89e3\u9501\u7801");
    }

    /** Lost, suspended and found: only the key itself is missing for its release. */
    public Case found() {
        Case loss = filed("loss-unblock", SHENGZHOU, lossOf("REPORT")).becomes("SUSPENDED");
        loss.isDoneBy("li", "Task_ConfirmLoss", YES).ownTask("Task_UploadStatement");
        List<String> formats = new ArrayList<>();
        loss.requirements().get("documents").forEach(document -> {
            if (document.get("type").asText().equals("loss-statement")) {
                document.get("formats").forEach(format -> formats.add(format.asText()));
            }
        });
        loss.attach("loss-statement", Paper.of("loss-statement", formats)).expect(201);
        loss.does("Task_UploadStatement", Map.of());
        filed("loss-unblock", SHENGZHOU, lossOf("RELEASE")).becomes("COMPLETED");
        loss.becomes("RELEASE_REVIEW").isApproved();
        loss.isDoneBy("zheng", "Task_SecondReview", YES).ownTask("Task_InsertKey");
        return loss;
    }

    /** Its content is damaged: new pairs are to be made on the same device. */
    public Case replacement() {
        Case order = filed(
                "replacement", ORDOS, Map.of("replacementReason", "DAMAGED", "newKey", "false", "invoiceType", "NONE"));
        order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW").isApproved();
        return order.becomes("AWAITING_SELF_WRITE");
    }

    /** An inspection of the seal that waits for the key. */
    public Case inspection() {
        Case order = filed("annual-inspection", ORDOS, Map.of("years", 1));
        return order.becomes("AWAITING_PAYMENT").isPaid().becomes("AWAITING_SELF_WRITE");
    }

    /** The last steps of an order whose content the trading system has to know. */
    public void bound(Case order) {
        order.does("Task_BindKey", Map.of("keySerial", serial));
        order.isDoneBy("chu", "Task_ConfirmBinding", YES).becomes("COMPLETED");
    }

    private static Map<String, Object> lossOf(String operation) {
        return Map.of("lossOperation", operation, "lossCircumstance", "\u6837\u4f8b");
    }

    private Case filed(String line, String region, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("keySerial", serial, "holderType", "ORGANIZATION"));
        fields.putAll(more);
        return Case.drafted(keyway, line, account, region, fields).isSubmitted();
    }
}
