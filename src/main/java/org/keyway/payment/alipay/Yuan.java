package org.keyway.payment.alipay;

import java.math.BigDecimal;

/** Alipay writes amounts in yuan with two decimals; we count cents. */
final class Yuan {

    private Yuan() {}

    static String text(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** Exactly the cents; an amount that is not a whole number of cents is an {@link ArithmeticException}. */
    static long cents(String yuan) {
        if (yuan == null || !yuan.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw new ArithmeticException("not an amount");
        }
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
