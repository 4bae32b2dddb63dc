package org.keyway.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Money that a line of a bank statement says came in, in CNY cents.
 *
 * @param line where it stands in the file, counted from 1
 * @param serial the bank's own number, empty when the statement has none
 */
record StatementLine(int line, LocalDate day, long cents, String payer, String remark, String serial) {

    /** The same for the same money in every statement; {@code nth} tells lines apart that the bank does not number. */
    String receiptNo(int nth) {
        String identity = serial.isEmpty()
                ? "%s|%d|%s|%s|%d".formatted(day, cents, payer, remark, nth)
                : "%s|%s|%d".formatted(serial, day, cents);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What two lines have in common that only their order tells apart. */
    String likeness() {
        return receiptNo(0);
    }
}
