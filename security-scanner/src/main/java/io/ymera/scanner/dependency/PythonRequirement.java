package io.ymera.scanner.dependency;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One dependency as PEP 508 writes it: {@code name[extra] >=1,<2; marker}.
 *
 * @param name normalised
 * @param specifiers as in {@code >=1,<2}; empty if any version, or an address, is asked for
 * @param extra whether it is only there with an extra of the project
 */
record PythonRequirement(String name, String specifiers, boolean extra) {

    private static final int LONGEST = 2000;

    static Optional<PythonRequirement> of(String line) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && namePart(text.charAt(end))) {
            end++;
        }
        if (end == 0 || text.length() > LONGEST || !Character.isLetterOrDigit(text.charAt(0))) {
            return Optional.empty();
        }
        String name = text.substring(0, end);
        String rest = text.substring(end).strip();
        if (rest.startsWith("[")) {
            int close = rest.indexOf(']');
            if (close < 0) {
                return Optional.empty();
            }
            rest = rest.substring(close + 1).strip();
        }
        int semicolon = rest.indexOf(';');
        String marker = semicolon < 0 ? "" : rest.substring(semicolon + 1);
        String specifiers = semicolon < 0 ? rest : rest.substring(0, semicolon).strip();
        if (specifiers.startsWith("(") && specifiers.endsWith(")")) {
            specifiers = specifiers.substring(1, specifiers.length() - 1);
        }
        if (specifiers.startsWith("@")) {
            specifiers = "";
        } else if (!specifiers.isEmpty() && "=!<>~".indexOf(specifiers.charAt(0)) < 0) {
            return Optional.empty();
        }
        return Optional.of(new PythonRequirement(normal(name), specifiers.strip(), marker.contains("extra")));
    }

    private static boolean namePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    /** As PEP 503 says: in lower case, each run of {@code -_.} one hyphen. */
    static String normal(String name) {
        StringBuilder normal = new StringBuilder();
        boolean gap = false;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '-' || c == '_' || c == '.') {
                gap = true;
            } else {
                normal.append(gap ? "-" : "").append(c);
                gap = false;
            }
        }
        return normal.toString();
    }

    /** The version, if only one will do. */
    static @Nullable String exact(String specifiers) {
        String plain = specifiers.strip();
        if (!plain.startsWith("==") || plain.contains(",") || plain.endsWith(".*")) {
            return null;
        }
        String version = plain.substring(plain.startsWith("===") ? 3 : 2).strip();
        return Pep440.of(version).isPresent() ? version : null;
    }
}
