package org.keyway.ukey.job;

import java.util.Map;
import java.util.Set;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;

/**
 * What the server wants next; only what the step needs is there, the rest is null.
 *
 * @param label INITIALIZE: stands on the token, so that a retry recognises its own work
 * @param soPin INITIALIZE
 * @param userPin INITIALIZE, and wherever the server knows it; otherwise the holder types it
 * @param algorithm REQUEST: kind of key pairs
 * @param uses REQUEST: which pairs the token makes; others come enveloped
 * @param anew REQUEST: make new pairs even where the token has some
 * @param certificates CERTIFY: X.509 in DER
 * @param encryptionKey CERTIFY: as {@link org.keyway.ukey.Token#importEncryptionKey} takes it, if it comes enveloped
 * @param seal SEAL: SESeal in DER
 * @param refusal REFUSED: key of the message bundle
 */
public record Instruction(
        JobStep step,
        String label,
        String soPin,
        String userPin,
        KeyAlgorithm algorithm,
        Set<KeyUse> uses,
        boolean anew,
        Map<KeyUse, byte[]> certificates,
        byte[] encryptionKey,
        byte[] seal,
        String refusal) {

    /** A step that needs nothing but perhaps the PIN. */
    public static Instruction of(JobStep step, String userPin) {
        return new Instruction(step, null, null, userPin, null, null, false, null, null, null, null);
    }

    /** A blank token is put into use. */
    public static Instruction initialize(String label, String soPin, String userPin) {
        return new Instruction(JobStep.INITIALIZE, label, soPin, userPin, null, null, false, null, null, null, null);
    }

    /** Key pairs and requests. */
    public static Instruction request(String userPin, KeyAlgorithm algorithm, Set<KeyUse> uses, boolean anew) {
        return new Instruction(
                JobStep.REQUEST, null, null, userPin, algorithm, Set.copyOf(uses), anew, null, null, null, null);
    }

    /** Certificates to be put on the token. */
    public static Instruction certify(String userPin, Map<KeyUse, byte[]> certificates, byte[] encryptionKey) {
        return new Instruction(
                JobStep.CERTIFY,
                null,
                null,
                userPin,
                null,
                null,
                false,
                Map.copyOf(certificates),
                encryptionKey,
                null,
                null);
    }

    /** The seal to be put on the token. */
    public static Instruction seal(String userPin, byte[] seal) {
        return new Instruction(JobStep.SEAL, null, null, userPin, null, null, false, null, null, seal, null);
    }

    /** The job does not go on. */
    public static Instruction refused(String refusal) {
        return new Instruction(JobStep.REFUSED, null, null, null, null, null, false, null, null, null, refusal);
    }

    /** The same without the user PIN: its holder has it. */
    public Instruction withoutPin() {
        return new Instruction(
                step, label, soPin, null, algorithm, uses, anew, certificates, encryptionKey, seal, refusal);
    }

    /** Only the step: PINs do not belong into a log. */
    @Override
    public String toString() {
        return step.name();
    }
}
