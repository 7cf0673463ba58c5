package io.ymera.scanner.report;

import com.google.re2j.Pattern;

/** Patterns for paths: {@code *} and {@code ?} stay within a folder, {@code **} does not; a folder stands for all that is in it. Linear time. */
final class Glob {

    private static final int LONGEST = 500;

    private final Pattern pattern;

    /** @throws IllegalArgumentException if it is too long */
    Glob(String glob) {
        if (glob.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        StringBuilder regex = new StringBuilder();
        String path = glob.startsWith("/") ? glob.substring(1) : glob;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (path.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (path.startsWith("**", i)) {
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
        if (path.endsWith("/")) {
            regex.append(".*");
        } else {
            regex.append("(?:/.*)?");
        }
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    boolean matches(String path) {
        return pattern.matches(path);
    }
}
