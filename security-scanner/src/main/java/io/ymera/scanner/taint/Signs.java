package io.ymera.scanner.taint;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patterns that mean single signs: {@code "}, {@code [<>&]}, {@code <|>}. Where each of them is replaced, the text is without them. */
final class Signs {

    /** Also of what functions replace nobody has kept these: whoever looks for them writes something else for them. */
    private static final String MARKUP = "<&";

    private Signs() {}

    /**
     * What is known of a text of which a pattern was replaced wherever it was found.
     *
     * @param with what now stands there; null if nobody knows
     */
    static Set<String> without(String regex, @Nullable String with) {
        Set<String> without = new HashSet<>();
        String signs = of(regex);
        boolean markup = signs.chars().anyMatch(sign -> MARKUP.indexOf(sign) >= 0);
        if (with == null && !markup || with != null && with.matches(".*\\$[&\\d].*")) {
            return without;
        }
        for (char sign : signs.toCharArray()) {
            if (with == null || with.indexOf(sign) < 0) {
                without.add(Taint.WITHOUT + sign);
            }
        }
        return without;
    }

    /** The signs of which a pattern means any; none if it means anything else. */
    private static String of(String regex) {
        String inner = regex.endsWith("+") ? regex.substring(0, regex.length() - 1) : regex;
        boolean set = inner.length() > 2 && inner.startsWith("[") && inner.endsWith("]") && inner.charAt(1) != '^';
        inner = set ? inner.substring(1, inner.length() - 1) : inner;
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char sign = inner.charAt(i);
            if (sign == '\\') {
                i++;
                char escaped = i < inner.length() ? inner.charAt(i) : '\\';
                if (Character.isLetterOrDigit(escaped) && "nrt".indexOf(escaped) < 0) {
                    return "";
                }
                signs.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped == 't' ? '\t' : escaped);
            } else if (set) {
                if (sign == '-' && i > 0 && i < inner.length() - 1 || sign == '[') {
                    return "";
                }
                signs.append(sign);
            } else if (sign == '|' && i > 0 && i < inner.length() - 1) {
                continue;
            } else if (".*+?^$()[]{}".indexOf(sign) >= 0 || i > 0 && inner.charAt(i - 1) != '|') {
                return "";
            } else {
                signs.append(sign);
            }
        }
        return signs.toString();
    }
}
