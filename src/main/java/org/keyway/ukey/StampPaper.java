package org.keyway.ukey;

/** The sheet of paper for a test stamp, made above, where documents are: first to be signed by the key, then complete. */
public interface StampPaper {

    /**
     * What is stamped with what.
     *
     * @param certificate the key's SIGN certificate in DER
     * @param seal the electronic seal on the key (SESeal in DER)
     */
    record Impression(String orderNo, int keyIndex, String keySerial, byte[] certificate, byte[] seal) {}

    /** A PDF with the visible seal, and the bytes that the key has to sign. */
    record Draft(byte[] pdf, byte[] toBeSigned) {}

    /** The sheet as it goes to the key. */
    Draft draft(Impression impression);

    /** The sheet with the key's signature over {@code toBeSigned} in it. */
    byte[] complete(Draft draft, Impression impression, byte[] signature);
}
