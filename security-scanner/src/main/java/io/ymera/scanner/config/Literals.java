package io.ymera.scanner.config;

import java.util.List;
import java.util.Locale;

/** Tells a password that stands in a file from a name, a path or a variable that stands for one. */
final class Literals {

    private static final List<String> SECRET = Words.list("""
            password passwd secret token apikey api_key api-key private_key access_key credential passphrase
            """);
    private static final List<String> ABOUT = Words.list("""
            _file _path _name _url _uri _id _ttl _policy _length _type _header _field _ref _dir _hash _expiry
            _expiration _expires _enabled _timeout _lifetime _endpoint _issuer _audience _algorithm _min _max
            _prefix _arn _version _provider _class _duration _interval _limit _key_id _method
            """);
    private static final List<String> PUBLIC = Words.list("""
            public publishable allow_empty random_ no_password tokenizer max_token csrf
            """);

    private Literals() {}

    /** Whether what is called so is secret. */
    static boolean secretName(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        boolean told = SECRET.stream().anyMatch(lower::contains)
                || lower.endsWith("_pass")
                || lower.equals("pass")
                || lower.endsWith("_pwd");
        return told
                && ABOUT.stream().noneMatch(lower::endsWith)
                && PUBLIC.stream().noneMatch(lower::contains);
    }

    /** Whether {@code value} is the thing itself. */
    static boolean literal(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        boolean variable = lower.contains("$")
                || lower.contains("{{")
                || lower.startsWith("<")
                || lower.startsWith("%")
                || lower.startsWith("@");
        boolean reference = lower.startsWith("/")
                || lower.contains("://")
                || lower.startsWith("vault:")
                || lower.startsWith("ref+")
                || lower.startsWith("arn:");
        boolean nothing = lower.length() < 3
                || List.of("true", "false", "null", "none", "yes", "off", "enabled", "disabled")
                        .contains(lower)
                || lower.chars().allMatch(c -> c == '*' || c == 'x' || c == '.');
        boolean placeholder = lower.contains("changeme")
                || lower.contains("change-me")
                || lower.contains("placeholder")
                || lower.contains("replace")
                || lower.contains("your-")
                || lower.contains("your_")
                || lower.contains("redacted");
        return !variable && !reference && !nothing && !placeholder;
    }
}
