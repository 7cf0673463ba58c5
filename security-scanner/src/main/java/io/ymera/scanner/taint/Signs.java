package io.ymera.scanner.taint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patterns that mean single signs: {@code "}, {@code [<>&]}, {@code <|>}. Where each of them is replaced, the text is without them. */
final class Signs {

    /** Also of what functions replace nobody has kept these: whoever looks for them writes something else for them. */
    private static final String MARKUP = "<&";

    /** A set of all signs but some: {@code [^a-z]}, {@code \\W+}. */
    private static final Pattern OTHERS = Pattern.compile("(\\[\\^([^\\]\\\\]|\\\\.)+\\]|\\\\W)\\+?");

    private static final String HARMFUL = "'\"`<>&/\\;|$(){}[]*?!#%=:@~^,+- .\r\n\t";

    private Signs() {}

    /**
     * What is known of a text of which a pattern was replaced wherever it was found.
     *
     * @param with what now stands there; null if nobody knows
     */
    static Set<String> without(String regex, @Nullable String with) {
        Set<String> without = new HashSet<>();
        String signs = OTHERS.matches(regex) ? others(regex) : of(regex);
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

    /** Of the signs that do harm somewhere, those that a pattern means that says which it does not mean. */
    private static String others(String regex) {
        StringBuilder signs = new StringBuilder();
        try {
            Pattern pattern = Pattern.compile(regex);
            HARMFUL.chars()
                    .filter(sign -> pattern.matches(Character.toString(sign)))
                    .forEach(sign -> signs.append((char) sign));
        } catch (PatternSyntaxException e) {
            // Of a pattern that RE2 does not know nothing is known
            return "";
        }
        return signs.toString();
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
