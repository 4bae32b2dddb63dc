package org.keyway.payment;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The remark of a transfer: the order number without its century, and two check digits (ISO 7064 MOD 97-10). */
final class RemarkCode {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private static final Pattern LIKELY = Pattern.compile("[A-Z]{2}\\d{14}(?!\\d)");

    private RemarkCode() {}

    /** The code that somebody wrote into a remark, with or without blanks around; the order's own number counts, too. */
    static Optional<String> in(String remark) {
        String plain = Normalizer.normalize(remark, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s_-]", "");
        return LIKELY.matcher(plain)
                .results()
                .map(MatchResult::group)
                .map(RemarkCode::understood)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String understood(String text) {
        String orderNo = text.substring(0, 2) + "20" + text.substring(2, text.length() - 2);
        if (of(orderNo).equals(text)) {
            return text;
        }
        return text.startsWith("20", 2) ? of(text) : null;
    }

    static String of(String orderNo) {
        String text = orderNo.replaceFirst("^([A-Z]{2})20", "$1");
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(Character.getNumericValue(character)));
        int check = 98 - new BigInteger(digits + "00").mod(MODULUS).intValue();
        return text + "%02d".formatted(check);
    }
}
