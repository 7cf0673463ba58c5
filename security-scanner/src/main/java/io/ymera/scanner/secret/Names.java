package io.ymera.scanner.secret;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a setting, a variable or a parameter says of its value. */
final class Names {

    /** What a value may be by its name. */
    enum Promise {
        PASSWORD,
        TOKEN,
        NOTHING
    }

    /** Names that are looked at have one of these in them; in lower case. */
    static final List<String> WORDS = Words.list("""
            passw pwd passphrase secret token apikey api_key api-key api.key accesskey access_key access-key
            authkey auth_key auth-key privatekey private_key private-key encryptionkey encryption_key
            encryption-key signingkey signing_key signing-key masterkey master_key master-key credential _auth
            db_pass dbpass accountkey account_key storage_key kennwort contrasena motdepasse
            """);

    private static final List<String> PASSWORDS =
            List.of("passw", "pwd", "passphrase", "dbpass", "kennwort", "contrasena", "motdepasse");

    /** A part of the name that says: what stands here is about a secret, or public. */
    private static final Set<String> ABOUT = Words.set("""
            public pub publishable site hash hashed digest checksum algorithm alg algo file filename path dir
            folder url uri endpoint name names id ids type types policy label regex regexp pattern min max
            length len size header headers param params parameter prefix suffix hint placeholder error errors
            err message msg title encoder encoding reset forgot change strength expiry expires expiration expire
            ttl class attribute count limit limits ref arn version format column table field fields input form
            page view template selector button link tokenizer lexer next cancellation continuation csrf xsrf
            description desc text help rule rules valid invalid validator missing provider manager service store
            storage env var variable location alias kind mode scheme method event action usage example comment
            doc docs schema property uuid role scope scopes audience issuer integrity sha sha1 sha256 md5
            fingerprint thumbprint salt iterations hasher mask masked dummy fake mock test resource i18n
            translation icon image tooltip instructions syntax keyword keywords punctuation separator delimiter
            pos position index start end stream list set map char chars character grammar language semantic
            color style revision commit claim claims state status enabled disabled required optional show toggle
            rotation lifetime timeout duration
            """);

    private static final Set<String> LAST = Set.of(
            "secret",
            "token",
            "key",
            "credential",
            "credentials",
            "auth",
            "value",
            "default",
            "prod",
            "dev",
            "staging",
            "base",
            "data");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9]+");
    private static final int MOST_PARTS = 32;

    private Names() {}

    /** What a value of this name may be. */
    static Promise promise(String name) {
        List<String> parts = parts(name);
        if (parts.stream().anyMatch(ABOUT::contains)) {
            return Promise.NOTHING;
        }
        String joined = String.join("", parts);
        if (PASSWORDS.stream().anyMatch(joined::contains)) {
            return Promise.PASSWORD;
        }
        String last = parts.isEmpty() ? "" : parts.getLast();
        return LAST.contains(last)
                        || last.endsWith("secret")
                        || last.endsWith("token")
                        || last.endsWith("key")
                        || last.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Promise.TOKEN
                : Promise.NOTHING;
    }

    /** Whether a value only says its own name again, as in {@code clientSecret: "client_secret1"}. */
    static boolean echo(String name, String value) {
        String plain = OTHERS.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        String joined = String.join("", parts(name));
        return plain.length() <= joined.length() + 2 && plain.startsWith(joined)
                || joined.contains(plain) && plain.length() > 3;
    }

    /** The words of a name, in lower case: {@code dbPassword}, {@code DB_PASSWORD} and {@code db.password} have the same. */
    private static List<String> parts(String name) {
        String spaced = HUMP.matcher(name).replaceAll("$1 $2");
        String plain = OTHERS.matcher(spaced).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return List.of(plain.split(" ", MOST_PARTS));
    }
}
