package io.ymera.scanner.secret;

import java.util.List;
import java.util.Optional;

/** Private keys in text form: PEM, OpenSSH, PGP; also inside strings of code and JSON, where lines are joined with {@code \n}. */
final class PrivateKeys {

    /** How they begin, in lower case. */
    static final String WORD = "-----begin ";

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST = 20_000;
    private static final int SHORTEST_BODY = 60;
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
        boolean shown = raw.contains("...") || raw.contains("…") || Placeholders.patterned(body.toLowerCase(java.util.Locale.ROOT));
        if (body.length() < SHORTEST_BODY || shown || Entropy.of(body) < ENTROPY) {
            return Optional.empty();
        }
        boolean encrypted = title.contains("ENCRYPTED") || raw.contains("ENCRYPTED");
        Kind kind = encrypted ? Kind.ENCRYPTED_KEY : Kind.PRIVATE_KEY;
        return Optional.of(new Candidate(kind, List.of(), 0, start, end, body, title.strip(), false));
    }

    /** The base64 in it: what code puts between lines, and headers, are left out. */
    private static String body(String raw) {
        StringBuilder body = new StringBuilder();
        for (String line : raw.replace("\\r", "").replace("\\n", "\n").split("\n", -1)) {
            if (line.contains(": ")) {
                continue;
            }
            int inLine = 0;
            StringBuilder part = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                boolean digit = c < 128 && Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
                inLine += digit ? 1 : 0;
                if (digit) {
                    part.append(c);
                }
            }
            // A line that is mostly something else ends the key: the code went on
            if (inLine * 2 > line.strip().length()) {
                body.append(part);
            }
        }
        return body.toString();
    }
}
