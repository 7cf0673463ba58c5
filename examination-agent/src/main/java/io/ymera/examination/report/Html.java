package io.ymera.examination.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Writes HTML of which no part can be anything but what the caller says it is: text and attribute values are escaped, names of
 * elements and attributes are the caller's own. What would be invisible or turn text around (control characters, bidirectional
 * overrides, as in "Trojan Source") is written as its number. Not thread-safe.
 */
public final class Html {

    private static final Set<String> VOID = Set.of("meta", "br", "hr");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    public Html open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], false);
            out.append('"');
        }
        out.append('>');
        if (!VOID.contains(element)) {
            open.push(element);
        }
        return this;
    }

    /** Closes the element that was opened last. */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes it, and ends the line. */
    public Html closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** Text. */
    public Html text(String text) {
        escape(text, true);
        return this;
    }

    /** An element that holds text. */
    public Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** What is ours and HTML already, never anything that was handed in. */
    public Html raw(String html) {
        out.append(html);
        return this;
    }

    /** How many characters there are. */
    public int length() {
        return out.length();
    }

    /** All of it; every element has to be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("These are open: " + open);
        }
        return out.toString();
    }

    private void escape(String text, boolean lines) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (isVisible(c) || (lines && (c == '\n' || c == '\t'))) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\u27e8U+%04X\u27e9", c));
                    }
                }
            }
        });
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
