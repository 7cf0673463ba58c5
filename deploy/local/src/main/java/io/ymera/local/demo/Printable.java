package io.ymera.local.demo;

import java.util.stream.Collectors;

/** Text from outside, made fit for a terminal: a control character in it must not move the cursor or change colours. */
public final class Printable {

    private Printable() {}

    /** {@code text} on one line. */
    public static String line(String text) {
        return text.codePoints()
                .map(c -> isHarmless(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** {@code text} with its line breaks and tabs, every line after {@code indent}. */
    public static String block(String text, String indent) {
        return text.lines()
                .map(line -> indent + line(line.replace("\t", "    ")))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
