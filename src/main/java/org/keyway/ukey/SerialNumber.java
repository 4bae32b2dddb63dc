package org.keyway.ukey;

/** Serial number of a UKey: {@code KW}, ten digits and a Luhn check digit (ISO/IEC 7812-1, annex B). */
final class SerialNumber {

    private SerialNumber() {}

    static String of(long number) {
        String digits = String.format("%010d", number);
        return "KW" + digits + check(digits);
    }

    static boolean isValid(String serial) {
        return serial != null
                && serial.matches("KW\\d{11}")
                && check(serial.substring(2, 12)) == serial.charAt(12) - '0';
    }

    /** Ours with its check digit, or a maker's: 6 to 16 letters and digits, as PKCS#11 has room for. */
    static boolean isAcceptable(String serial) {
        return serial.matches("KW\\d{11}") ? isValid(serial) : serial.matches("[A-Z0-9]{6,16}");
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
