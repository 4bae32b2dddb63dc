package org.keyway.order.material;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of paper of the contract; texts are in the message bundle under {@code attachment.*}. */
public enum AttachmentType {
    APPLICATION_FORM,
    BUSINESS_LICENCE,
    HANDLER_ID,
    SEAL_SAMPLE,
    AUTHORIZATION_LETTER,
    RISK_NOTICE,
    CHANGE_PROOF,
    DAMAGE_PROOF,
    LOSS_STATEMENT,
    PIN_RESET_FORM,
    REMITTANCE_SLIP,
    OTHER;

    /** How API, tables and forms write it, e.g. {@code business-licence}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of a slug. */
    public static Optional<AttachmentType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
