package org.keyway.document;

/**
 * A PDF with its visible seal and room for a signature that is still to be made.
 *
 * @param pdf everything but the signature
 * @param toBeSigned what the key has to sign, 100 bytes to some 60 kB
 */
public record StampDraft(byte[] pdf, byte[] toBeSigned) {}
