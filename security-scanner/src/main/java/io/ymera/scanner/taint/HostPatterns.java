package io.ymera.scanner.taint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that are to let certain addresses or hosts through, and let others through as well: because they do not say where the host begins or ends, or
 * because a dot of theirs is any sign.
 */
final class HostPatterns {

    private static final Pattern ADDRESS = Pattern.compile("[a-z]+://[\\w.:-]+.*|[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern NO_PATH = Pattern.compile("[a-z]+://[^/?#]+|[^/?#]+");
    /** A dot in front of what hosts end in. */
    private static final Pattern ANY_SIGN = Pattern.compile(
            "[a-z0-9)]\\.(com|net|org|io|dev|app|edu|gov|de|fr|uk|eu|ch|example|internal|test|co|me|ai)\\b");

    private static final int LONGEST = 500;

    private final String regex;
    private int at;

    private HostPatterns(String regex) {
        this.regex = regex;
    }

    /** @param whole whether all of a text must be like it, whatever the pattern says */
    static boolean lenient(String regex, boolean whole) {
        String plain = regex.startsWith("(?i)") ? regex.substring(4) : regex;
        String sample = plain.length() > LONGEST ? null : new HostPatterns(plain).sample();
        try {
            Pattern pattern = Pattern.compile(regex);
            if (sample == null || !ADDRESS.matches(sample) || !accepts(pattern, sample, whole)) {
                return false;
            }
            boolean open = NO_PATH.matches(sample);
            boolean host = !sample.contains("://");
            return ANY_SIGN.matcher(plain).find()
                    || open && accepts(pattern, sample + ".evil.example", whole)
                    || accepts(pattern, "https://evil.example/" + sample, whole)
                    || host && !sample.startsWith(".") && accepts(pattern, "evil" + sample, whole);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean accepts(Pattern pattern, String text, boolean whole) {
        return whole ? pattern.matches(text) : pattern.matcher(text).find();
    }

    /** A text that is like the pattern; null if that says more than this understands. */
    private @Nullable String sample() {
        StringBuilder sample = new StringBuilder();
        boolean counts = true;
        while (at < regex.length() && regex.charAt(at) != ')') {
            char sign = regex.charAt(at);
            if (sign == '|') {
                // The first way is enough
                counts = false;
                at++;
                continue;
            }
            String part = part(sign);
            if (part == null) {
                return null;
            }
            int times = times();
            if (counts) {
                sample.append(part.repeat(times));
            }
        }
        return sample.toString();
    }

    private @Nullable String part(char sign) {
        at++;
        return switch (sign) {
            case '^', '$' -> "";
            case '.' -> "x";
            case '\\' -> escaped();
            case '[' -> oneOf();
            case '(' -> group();
            default -> String.valueOf(sign);
        };
    }

    private @Nullable String group() {
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.startsWith("?", at)) {
            return null;
        }
        String inner = sample();
        at++;
        return inner;
    }

    private @Nullable String escaped() {
        if (at >= regex.length()) {
            return null;
        }
        char sign = regex.charAt(at++);
        return switch (sign) {
            case 'd' -> "1";
            case 'w' -> "a";
            case 'b' -> "";
            default -> Character.isLetterOrDigit(sign) ? null : String.valueOf(sign);
        };
    }

    private @Nullable String oneOf() {
        boolean others = at < regex.length() && regex.charAt(at) == '^';
        int first = others ? at + 1 : at;
        int end = first;
        while (end < regex.length() && regex.charAt(end) != ']') {
            end += regex.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= regex.length() || end == first) {
            return null;
        }
        at = first;
        String one = regex.charAt(first) == '\\' ? part(regex.charAt(at)) : String.valueOf(regex.charAt(first));
        at = end + 1;
        return others ? "a" : one;
    }

    /** How often what stands in front is repeated at least, but once. */
    private int times() {
        int times = 1;
        if (at < regex.length() && "*+?".indexOf(regex.charAt(at)) >= 0) {
            at++;
        } else if (at < regex.length() && regex.charAt(at) == '{') {
            int end = regex.indexOf('}', at);
            String least = end < 0 ? "" : regex.substring(at + 1, end).split(",", -1)[0];
            times = least.matches("\\d{1,2}") ? Math.max(1, Integer.parseInt(least)) : 1;
            at = end < 0 ? at + 1 : end + 1;
        }
        if (at < regex.length() && regex.charAt(at) == '?') {
            at++;
        }
        return times;
    }
}
