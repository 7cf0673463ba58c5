package io.ymera.scanner.report;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ymera:ignore RULE[, RULE] [until 2027-01-31] -- reason}, as it stands in a comment. In XML, where a comment has no two hyphens, one or a
 * dash will do.
 *
 * @param wrong why it can't be followed, as the end of a sentence; null if it can
 */
record Directive(
        List<String> rules,
        @Nullable LocalDate until,
        String reason,
        @Nullable String wrong) {

    static final String MARK = "ymera:ignore";

    private static final int LONGEST_REASON = 500;
    private static final int MOST_RULES = 20;
    private static final Pattern RULES = Pattern.compile("[\\w.:/*-]+(?:\\s*,\\s*[\\w.:/*-]+)*");
    private static final Pattern UNTIL = Pattern.compile("\\s+until\\s+(\\S+)");
    private static final Pattern REASON = Pattern.compile("\\s*(?:--|\u2014|\u2013)\\s*|\\s+-\\s+");

    /** Reads what is behind the mark in a line of a comment. */
    static Directive of(String written) {
        String text = written.strip();
        if (text.endsWith("*")) {
            text = text.substring(0, text.length() - 1);
        }
        Matcher rules = RULES.matcher(text);
        // A rule's name does not begin with what begins the reason
        if (!rules.lookingAt() || text.startsWith("--")) {
            return wrong(List.of(), "names no rule");
        }
        List<String> named = List.of(rules.group().split("\\s*,\\s*", MOST_RULES + 1));
        if (named.contains("*")) {
            return wrong(named, "is for all rules; name those that are meant");
        }
        if (named.size() > MOST_RULES) {
            return wrong(named.subList(0, MOST_RULES), "names more than " + MOST_RULES + " rules");
        }
        String rest = text.substring(rules.end());
        LocalDate until = null;
        Matcher date = UNTIL.matcher(rest);
        if (date.lookingAt()) {
            try {
                until = LocalDate.parse(date.group(1));
            } catch (DateTimeException e) {
                return wrong(named, "has a date that is none; write it as 2027-01-31");
            }
            rest = rest.substring(date.end());
        }
        Matcher dash = REASON.matcher(rest);
        String reason = dash.lookingAt() ? printable(rest.substring(dash.end())) : "";
        return reason.isEmpty()
                ? wrong(named, "has no reason; write it behind ' -- '")
                : new Directive(named, until, reason, null);
    }

    private static Directive wrong(List<String> rules, String why) {
        return new Directive(rules, null, "", why);
    }

    /** Without what could mislead whoever reads it on a screen, and not too long. */
    static String printable(String reason) {
        StringBuilder plain = new StringBuilder();
        reason.codePoints()
                .limit(LONGEST_REASON)
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }
}
