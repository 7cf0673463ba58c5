package io.ymera.scanner.secret.history;

import java.util.HexFormat;

/** Names of objects: SHA-1 in hexadecimal. */
final class Id {

    static final int BYTES = 20;

    private static final int DIGITS = 2 * BYTES;

    private Id() {}

    static boolean valid(String id) {
        return id.length() == DIGITS && id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    static byte[] bytes(String id) {
        return HexFormat.of().parseHex(id);
    }

    static String of(byte[] bytes, int from) {
        return HexFormat.of().formatHex(bytes, from, from + BYTES);
    }
}
