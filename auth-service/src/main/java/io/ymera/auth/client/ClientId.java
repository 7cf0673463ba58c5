package io.ymera.auth.client;

import java.util.regex.Pattern;

/**
 * What a client may be called. No UUID: these are users' names in tokens, and nobody shall take a client for a user (RFC 9700,
 * section 4.15).
 */
final class ClientId {

    static final String REGEX =
            "(?![0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$)[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}";

    static final String RULE =
            "must be 1 to 100 letters, digits, dots, underscores or hyphens, begin with a letter or digit, and be no UUID";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private ClientId() {}

    static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }
}
