package io.ymera.scanner.python;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as they are written. */
final class Numbers {

    /** A longer one is no number that code depends on; reading it takes more than linear time. */
    private static final int LONGEST = 400;

    private Numbers() {}

    /** A Long; a Double for what is larger; zero for what can't be read and for imaginary ones. */
    static Object integer(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith("l")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        if (digits.length() > LONGEST) {
            return 0.0;
        }
        try {
            BigInteger value = value(digits);
            return value.bitLength() < 64 ? (Object) value.longValue() : (Object) value.doubleValue();
        } catch (NumberFormatException e) {
            return 0.0;
        }
    }

    private static BigInteger value(String digits) {
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0o")) {
            return new BigInteger(digits.substring(2), 8);
        }
        // Python 2 has 0644 too
        return new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
    }

    /** A Double; zero for imaginary ones. */
    static Double real(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        try {
            return digits.length() > LONGEST ? 0.0 : Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return 0.0;
        }
    }
}
