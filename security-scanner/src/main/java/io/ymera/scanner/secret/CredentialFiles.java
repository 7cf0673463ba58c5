package io.ymera.scanner.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Files in which programs look for passwords, by their names. */
final class CredentialFiles {

    private static final Pattern NETRC = Pattern.compile("(?m)\\bpassword[ \\t]+(?P<secret>[^\\s]{4,200})");
    private static final Pattern PGPASS = Pattern.compile(
            "(?m)^[^#:\\n]{1,200}:[0-9*]{1,5}:[^:\\n]{1,80}:[^:\\n]{1,80}:(?P<secret>[^\\n\\r]{3,200})$");
    private static final Pattern HTPASSWD = Pattern.compile(
            "(?m)^[^\\s:#]{1,80}:(?P<secret>\\$(?:apr1|2[aby]|1|5|6)\\$[A-Za-z0-9./$=]{20,120}|\\{SHA\\}[A-Za-z0-9+/=]{28})");
    private static final Map<String, Pattern> NAMES = Map.of(
            ".netrc",
            NETRC,
            "_netrc",
            NETRC,
            ".pgpass",
            PGPASS,
            "pgpass.conf",
            PGPASS,
            ".htpasswd",
            HTPASSWD,
            "htpasswd",
            HTPASSWD,
            ".htaccess_passwd",
            HTPASSWD);
    private static final Set<String> STORES = Set.of("jks", "p12", "pfx", "keystore", "kdbx", "bcfks", "ppk");
    private static final int MOST = 1000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private CredentialFiles() {}

    /** Whether a file of this path is a store of keys; nobody looks into it. */
    static boolean store(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return STORES.contains(lower.substring(lower.lastIndexOf('.') + 1)) && lower.indexOf('.') >= 0;
    }

    /** The passwords and hashes in a file of this name. */
    static List<Candidate> find(String path, String text) {
        Pattern pattern = NAMES.get(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        if (pattern == null) {
            return List.of();
        }
        Kind kind = pattern.equals(HTPASSWD) ? Kind.PASSWORD_HASH : Kind.CREDENTIALS_FILE;
        List<Candidate> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        while (matcher.find() && found.size() < MOST) {
            String value = matcher.group("secret");
            if (kind.equals(Kind.PASSWORD_HASH) || !Placeholders.placeholder(value)) {
                found.add(new Candidate(
                        kind, List.of(), 0, matcher.start("secret"), matcher.end("secret"), value, "", false));
            }
        }
        return found;
    }
}
