package io.ymera.scanner.java;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Literal;
import io.ymera.scanner.parsing.Node;
import java.util.List;
import java.util.Locale;

/** Literals of all sorts, by the Java Language Specification, 3.10. */
final class Literals {

    private static final String FENCE = "\"\"\"";

    private Literals() {}

    static boolean isLiteral(Node node) {
        return node.type().endsWith("_literal") && !node.is("class_literal") || node.is("true") || node.is("false");
    }

    static Expression of(Node node) {
        return switch (node.type()) {
            case "true" -> new Literal(true, node.span());
            case "false" -> new Literal(false, node.span());
            case "null_literal" -> new Literal(null, node.span());
            case "string_literal" -> new Literal(string(node.text()), node.span());
            case "character_literal" -> new Literal(unescaped(inner(node.text(), 1)), node.span());
            default -> number(node);
        };
    }

    private static Expression number(Node node) {
        String text = node.text().replace("_", "").toLowerCase(Locale.ROOT);
        try {
            if (node.type().endsWith("floating_point_literal")) {
                return new Literal(Double.valueOf(text), node.span());
            }
            boolean isLong = text.endsWith("l");
            String digits = isLong ? text.substring(0, text.length() - 1) : text;
            long value =
                    switch (node.type()) {
                        case "hex_integer_literal" -> Long.parseUnsignedLong(digits.substring(2), 16);
                        case "binary_integer_literal" -> Long.parseUnsignedLong(digits.substring(2), 2);
                        case "octal_integer_literal" -> Long.parseUnsignedLong(digits.replaceFirst("^0o?", "0"), 8);
                        default -> Long.parseUnsignedLong(digits);
                    };
            boolean decimal = node.is("decimal_integer_literal");
            // 0xffffffff is -1
            return new Literal(isLong || decimal || value >>> 32 != 0 ? value : (long) (int) value, node.span());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new Expression.Unknown(List.of(), node.span());
        }
    }

    private static String string(String text) {
        if (text.startsWith(FENCE) && text.length() >= 2 * FENCE.length()) {
            return unescaped(withoutIndent(inner(text, FENCE.length())));
        }
        return unescaped(inner(text, 1));
    }

    private static String inner(String text, int fence) {
        return text.length() < 2 * fence ? "" : text.substring(fence, text.length() - fence);
    }

    /** A text block's lines without the indent that all have, nor blanks at their ends. */
    private static String withoutIndent(String block) {
        int start = block.indexOf('\n');
        return start < 0
                ? block
                : block.substring(start + 1).replace("\r\n", "\n").stripIndent();
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                out.append(c);
                continue;
            }
            char kind = text.charAt(i++);
            switch (kind) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 's' -> out.append(' ');
                case '\n' -> {}
                case 'u' -> i = unicode(text, i, out);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> i = octal(text, i - 1, out);
                default -> out.append(kind);
            }
        }
        return out.toString();
    }

    private static int unicode(String text, int from, StringBuilder out) {
        int i = from;
        while (i < text.length() && text.charAt(i) == 'u') {
            i++;
        }
        int value = 0;
        for (int end = i + 4; i < end; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return i;
            }
            value = value * 16 + digit;
        }
        out.append((char) value);
        return i;
    }

    private static int octal(String text, int from, StringBuilder out) {
        int most = text.charAt(from) <= '3' ? 3 : 2;
        int i = from;
        int value = 0;
        while (i < text.length() && i < from + most && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
            value = value * 8 + text.charAt(i++) - '0';
        }
        out.append((char) value);
        return i;
    }
}
