package org.keyway.shared;

import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import java.util.Set;

/** Check digits of Chinese identifiers: unified social credit code (GB 32100) and resident ID number (GB 11643). */
public final class ChineseIdentifiers {

    /** Registering department and category, the first two characters of GB 32100, as issued since 2015. */
    private static final Set<String> CATEGORIES = Set.of(
            "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "54",
            "55", "59", "61", "62", "69", "71", "72", "79", "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3",
            "N9", "Y1");

    private ChineseIdentifiers() {}

    /** Whether the text is an 18-character unified social credit code with a known category and right check digit. */
    public static boolean isUscc(String text) {
        return text != null
                && text.length() == 18
                && CATEGORIES.contains(text.substring(0, 2))
                && CreditCodeUtil.isCreditCode(text);
    }

    /** Whether the text is an 18-character resident ID number with right date and check digit. */
    public static boolean isIdNumber(String text) {
        return text != null && text.length() == 18 && IdcardUtil.isValidCard18(text);
    }

    /** Whether the text is a mainland mobile number of 11 digits. */
    public static boolean isMobile(String text) {
        return text != null && text.matches("1[3-9]\\d{9}");
    }
}
