package io.ymera.scanner.python;

/** What is written between quotes, as the characters that it means. */
final class Escapes {

    private Escapes() {}

    /**
     * Reads escapes.
     *
     * @param bytes whether it is a bytes literal, which knows fewer
     */
    static String decode(String written, boolean bytes) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            if (c != '\\' || at + 1 >= written.length()) {
                text.append(c);
                at++;
            } else {
                at = escape(written, at + 1, bytes, text);
            }
        }
        return text.toString();
    }

    /** Reads one escape whose backslash lies in front; answers where it ends. */
    private static int escape(String written, int at, boolean bytes, StringBuilder text) {
        char kind = written.charAt(at);
        switch (kind) {
            case '\r' -> {
                return at + 1 < written.length() && written.charAt(at + 1) == '\n' ? at + 2 : at + 1;
            }
            case '\n' -> {
                return at + 1;
            }
            case '\\', '\'', '"' -> text.append(kind);
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append('\u000b');
            case 'x' -> {
                return number(written, at + 1, 2, 16, text);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int end = at;
                while (end < written.length()
                        && end < at + 3
                        && written.charAt(end) >= '0'
                        && written.charAt(end) <= '7') {
                    end++;
                }
                return number(written, at, end - at, 8, text);
            }
            default -> {
                if (!bytes && (kind == 'u' || kind == 'U')) {
                    return number(written, at + 1, kind == 'u' ? 4 : 8, 16, text);
                }
                if (!bytes && kind == 'N' && at + 1 < written.length() && written.charAt(at + 1) == '{') {
                    int end = written.indexOf('}', at);
                    text.append('\ufffd');
                    return end < 0 ? written.length() : end + 1;
                }
                text.append('\\').append(kind);
            }
        }
        return at + 1;
    }

    private static int number(String written, int from, int digits, int radix, StringBuilder text) {
        int end = Math.min(from + digits, written.length());
        int value = 0;
        for (int i = from; i < end; i++) {
            int digit = Character.digit(written.charAt(i), radix);
            if (digit < 0) {
                text.append('\ufffd');
                return i;
            }
            value = value * radix + digit;
        }
        text.appendCodePoint(Character.isValidCodePoint(value) ? value : 0xfffd);
        return end;
    }
}
