package org.keyway.payment;

import java.math.BigInteger;

/** The remark of a transfer: the order number without its century, and two check digits (ISO 7064 MOD 97-10). */
final class RemarkCode {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private RemarkCode() {}

    static String of(String orderNo) {
        String text = orderNo.replaceFirst("^([A-Z]{2})20", "$1");
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(Character.getNumericValue(character)));
        int check = 98 - new BigInteger(digits + "00").mod(MODULUS).intValue();
        return text + "%02d".formatted(check);
    }
}
