package io.ymera.examination.jvm;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Surefire's patterns for test classes as regular expressions for paths without {@code .class}. */
final class SurefirePatterns {

    /** Surefire's default. */
    private static final List<String> DEFAULT =
            List.of("**/Test*.java", "**/*Test.java", "**/*Tests.java", "**/*TestCase.java");

    private static final String REGEX = "%regex[";
    private static final String ANT = "%ant[";

    private SurefirePatterns() {}

    /** What to take, without what is taken by default if something is configured. */
    static String include(@Nullable List<String> patterns) {
        return all(patterns == null || patterns.isEmpty() ? DEFAULT : patterns);
    }

    /** What to leave out. */
    static Optional<String> exclude(@Nullable List<String> patterns) {
        return patterns == null || patterns.isEmpty() ? Optional.empty() : Optional.of(all(patterns));
    }

    private static String all(List<String> patterns) {
        return patterns.stream()
                .flatMap(pattern -> List.of(pattern.split(",")).stream())
                .map(String::strip)
                .map(SurefirePatterns::regex)
                .collect(Collectors.joining("|"));
    }

    private static String regex(String pattern) {
        if (pattern.startsWith(REGEX)) {
            return pattern.substring(REGEX.length(), Math.max(REGEX.length(), pattern.length() - 1))
                    .replaceFirst("(\\\\?\\.)?class$", "");
        }
        String ant = pattern.startsWith(ANT) ? pattern.substring(ANT.length(), pattern.length() - 1) : pattern;
        ant = ant.replaceFirst("\\.(?:java|class)$", "");
        if (!ant.contains("/")) {
            ant = "**/" + ant.replace('.', '/');
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < ant.length(); i++) {
            char c = ant.charAt(i);
            if (ant.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (ant.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
