package io.ymera.scanner.secret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Private keys in text form: PEM, OpenSSH, PGP; also inside strings of code and JSON, where lines are joined with {@code \n}. */
final class PrivateKeys {

    /** How they begin, in lower case. */
    static final String WORD = "-----begin ";

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST = 20_000;
    private static final int SHORTEST_BODY = 60;
    private static final String AROUND = " \t\r\"'`+,;\\().&|>#*";
    private static final double ENTROPY = 4.2;

    private PrivateKeys() {}

    /** The key that begins at {@code start}, if it is a private one and not only the outline of one. */
    static Optional<Candidate> at(String text, int start) {
        int titleStart = start + WORD.length();
        int titleEnd = text.indexOf("-----", titleStart, Math.min(text.length(), titleStart + LONGEST_TITLE));
        if (titleEnd < 0) {
            return Optional.empty();
        }
        String title = text.substring(titleStart, titleEnd);
        if (!title.endsWith("PRIVATE KEY") && !title.equals("PGP PRIVATE KEY BLOCK")) {
            return Optional.empty();
        }
        int bodyStart = titleEnd + 5;
        int limit = Math.min(text.length(), bodyStart + LONGEST);
        int bodyEnd = text.indexOf("-----END", bodyStart, limit);
        int end = bodyEnd < 0 ? limit : bodyEnd;
        String raw = text.substring(bodyStart, end);
        String body = body(raw);
        boolean shown = raw.contains("...") || Placeholders.patterned(body.toLowerCase(Locale.ROOT));
        if (body.length() < SHORTEST_BODY || shown || Entropy.of(body) < ENTROPY) {
            return Optional.empty();
        }
        boolean encrypted = title.contains("ENCRYPTED") || raw.contains("ENCRYPTED");
        Kind kind = encrypted ? Kind.ENCRYPTED_KEY : Kind.PRIVATE_KEY;
        return Optional.of(new Candidate(kind, List.of(), 0, start, end, body, title.strip(), false));
    }

    /** The base64 in it: signs with which code joins lines, and headers, are left out. What is neither ends it: the code went on. */
    private static String body(String raw) {
        StringBuilder body = new StringBuilder();
        for (String line : raw.replace("\\r", "").replace("\\n", "\n").split("\n", -1)) {
            String bare = bare(line);
            if (bare.chars().allMatch(PrivateKeys::base64)) {
                body.append(bare);
            } else if (!bare.contains(": ")) {
                break;
            }
        }
        return body.toString();
    }

    private static String bare(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && AROUND.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean base64(int c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
    }
}
