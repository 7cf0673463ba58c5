package io.ymera.lab.json;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259) in ASCII, on one line, so that no text can break a line or an encoding. */
public final class Json {

    private Json() {}

    /**
     * The JSON of a value.
     *
     * @param value null, a {@link String}, {@link Number}, {@link Boolean}, {@link Map} or {@link Iterable} of such
     * @throws IllegalArgumentException if it is something else
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /**
     * The value of a JSON text: null, String, Double or Long, Boolean, {@code List} or {@code Map}.
     *
     * @throws IllegalArgumentException saying where it is not JSON
     */
    public static @Nullable Object read(String text) {
        return new JsonReader(text).read();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> appendText(out, text);
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(number);
            case Map<?, ?> map -> {
                out.append('{');
                Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
                while (members.hasNext()) {
                    Map.Entry<?, ?> member = members.next();
                    appendText(out, String.valueOf(member.getKey()));
                    out.append(':');
                    append(out, member.getValue());
                    out.append(members.hasNext() ? "," : "");
                }
                out.append('}');
            }
            case Iterable<?> list -> {
                out.append('[');
                Iterator<?> elements = list.iterator();
                while (elements.hasNext()) {
                    append(out, elements.next());
                    out.append(elements.hasNext() ? "," : "");
                }
                out.append(']');
            }
            default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
        }
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 0xf, 16));
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
