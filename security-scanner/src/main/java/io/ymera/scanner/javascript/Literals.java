package io.ymera.scanner.javascript;

import io.ymera.scanner.parsing.Node;
import java.math.BigInteger;

/** What literals stand for. */
final class Literals {

    /** More digits than this no number of ours has. */
    private static final int LONGEST = 400;
    /** 2^53: up to here a number of JavaScript is exact. */
    private static final double MOST_EXACT = 9_007_199_254_740_992d;

    private Literals() {}

    /** The text of a string's or template's parts; substitutions are left out. */
    static String text(Node string) {
        StringBuilder text = new StringBuilder();
        for (Node part : string.children()) {
            append(text, part);
        }
        return text.toString();
    }

    /** Appends what a fragment or escape stands for; nothing for anything else. */
    static void append(StringBuilder text, Node part) {
        switch (part.type()) {
            case "string_fragment", "html_character_reference" -> text.append(part.text());
            case "escape_sequence" -> text.append(escaped(part.text()));
            default -> {}
        }
    }

    private static String escaped(String escape) {
        if (escape.length() < 2) {
            return "";
        }
        char kind = escape.charAt(1);
        return switch (kind) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'v' -> "\u000b";
            case '\n', '\r', '\u2028', '\u2029' -> "";
            case 'x' -> code(escape.substring(2), 16);
            case 'u' -> code(escape.substring(2).replace("{", "").replace("}", ""), 16);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> code(escape.substring(1), 8);
            default -> escape.substring(1);
        };
    }

    private static String code(String digits, int base) {
        try {
            int code = Integer.parseInt(digits, base);
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    /** A Long for whole numbers that fit into one, else a Double. */
    static Object number(String written) {
        String digits = written.replace("_", "").toLowerCase(java.util.Locale.ROOT);
        if (digits.length() > LONGEST) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            if (digits.startsWith("0x")) {
                return whole(new BigInteger(bare(digits.substring(2)), 16));
            }
            digits = bare(digits);
            if (digits.startsWith("0b")) {
                return whole(new BigInteger(digits.substring(2), 2));
            }
            if (digits.startsWith("0o")) {
                return whole(new BigInteger(digits.substring(2), 8));
            }
            if (digits.length() > 1 && digits.matches("0[0-7]+")) {
                return whole(new BigInteger(digits, 8));
            }
            double value = Double.parseDouble(digits);
            boolean exact = value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
            return exact ? (Object) (long) value : (Object) value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String bare(String digits) {
        return digits.endsWith("n") ? digits.substring(0, digits.length() - 1) : digits;
    }

    private static Object whole(BigInteger value) {
        return value.bitLength() < 64 ? (Object) value.longValue() : (Object) value.doubleValue();
    }
}
