package io.ymera.scanner.secret;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells what a human reads from what a machine made: words, names, paths and numbers are no secrets. */
final class Likeness {

    /** The commonest pairs of letters in English words and in names of code; of a word, two in three are among them. */
    private static final Set<String> PAIRS = Set.of(
            ("in er re te on es at en ti ed st nt ng co or de le se al li ar ri io it ve ns ro ec ra ch me ea an "
                            + "ma tr ac pr ne ta pa ce is pe rs di et nd si ca ct he to lo om as il nc fi ic el un ge ts th em ll "
                            + "ad ex ss na ly ou ur ha mi po ck la ol rt ep so mp id ke op bl ie ig ho su ni fo am ab im sc sh ai "
                            + "ut pl sp ap no od ef us os be mo if hi ul oo ty oc tt ow ev pt cr iv ee ia rr tc rm rc ag pp fe da "
                            + "ov ci ot va ld pi bu ff ir ds um ry ba do vi ob cl gi ok sa ib cu wa dd ub sy qu ks ip gr gn iz bo "
                            + "yp ls bi tu ue ru up wi rn eg rd we fa lu yn xp av wr js ze br au wo rk ui ki bs lt gl pu xt uc tl "
                            + "fu ew dr ua gs og fl of du mu nf rg ht gh fr ay mm oa gu nv nk hr")
                    .split(" "));

    private static final Set<String> HANDS = Words.set("""
            admin user root guest pass password passwd secret token test none null true false string default
            value empty unknown required invalid missing
            """);

    private static final Pattern FILE = Pattern.compile(
            "[\\w./-]+\\.(java|py|js|ts|json|ya?ml|txt|pem|key|crt|html?|png|svg|css|properties|xml|md|jks|p12|com|org|net|io)");
    private static final Pattern DIGEST = Pattern.compile("(sha|md)\\d{1,3}[-:=].*");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern PHRASE = Pattern.compile("(^|[^0-9])[0-9]{2,4}($|[^0-9])");
    private static final Pattern ALGORITHM =
            Pattern.compile("(?i)sha|md5|aes|rsa|hmac|crypt|argon|pbkdf|oauth|base64|utf|http|tls|x509|rfc|iso|v[0-9]");
    private static final int SHORTEST_PHRASE = 10;
    private static final int SHORTEST_PASSWORD = 6;
    private static final int SHORTEST_TOKEN = 12;
    /** From here on, a text without a digit may be a token. */
    private static final int LONG = 20;

    private static final int LONGEST = 400;

    private Likeness() {}

    /** Whether {@code value} may be somebody's password: no placeholder, and more than words. */
    static boolean password(String value) {
        return value.length() >= SHORTEST_PASSWORD
                && value.length() <= LONGEST
                && !Placeholders.placeholder(value)
                && !shaped(value)
                && (!words(value) || phrase(value))
                && kinds(value) >= 2;
    }

    /** Whether words were made a password by a number that is no version and no length, as in {@code Summer-2024}. */
    private static boolean phrase(String value) {
        return value.length() >= SHORTEST_PHRASE
                && PHRASE.matcher(value).find()
                && !ALGORITHM.matcher(value).find();
    }

    /** Whether {@code value} may be a key that a machine made. */
    static boolean token(String value) {
        return value.length() >= SHORTEST_TOKEN
                && value.length() <= LONGEST
                && !Placeholders.placeholder(value)
                && !shaped(value)
                && !uuid(value)
                && !wordy(value)
                && kinds(value) >= 2
                && (value.length() >= LONG || value.chars().anyMatch(c -> c >= '0' && c <= '9'))
                && Entropy.of(value) >= 3.0;
    }

    /** Whether a password is a word with digits behind, as people choose them and as tests have them. */
    static boolean chosen(String value) {
        return value.length() < 24 && (Entropy.of(value) < 3.3 || wordShare(value) > 0.5);
    }

    /** Whether it has the form of something else: a path, an address, a number, a time, a name of code, a sentence, markup. */
    private static boolean shaped(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean spaces = lower.indexOf(' ') >= 0 || lower.indexOf('\t') >= 0;
        boolean number = lower.chars()
                .allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == ':' || c == ',' || c == '_');
        boolean path = lower.startsWith("/") && lower.indexOf('/', 1) > 0 && words(lower)
                || lower.startsWith("./")
                || lower.startsWith("../")
                || lower.startsWith("~/")
                || lower.startsWith("c:\\")
                || lower.contains("://")
                || FILE.matcher(lower).matches();
        boolean call = lower.endsWith(")") && lower.indexOf('(') > 0 || lower.contains("->") || lower.contains("=>");
        boolean markup = lower.indexOf('<') >= 0 && lower.indexOf('>') >= 0 || lower.contains("&nbsp;");
        boolean digest = DIGEST.matcher(lower).matches();
        boolean pattern =
                lower.startsWith("^") && lower.endsWith("$") || lower.contains("\\d") || lower.contains("[a-z");
        return spaces || number || path || call || markup || digest || pattern;
    }

    private static boolean uuid(String value) {
        return value.length() == 36 && UUID.matcher(value).matches();
    }

    /** Of lower case, upper case, digits and others, how many there are. */
    private static int kinds(String value) {
        int kinds = 0;
        kinds += value.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? 1 : 0;
        kinds += value.chars().anyMatch(c -> c >= 'A' && c <= 'Z') ? 1 : 0;
        kinds += value.chars().anyMatch(c -> c >= '0' && c <= '9') ? 1 : 0;
        kinds += value.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') ? 1 : 0;
        return kinds;
    }

    /** Whether it is made of words only, with the signs that names and sentences have; few digits may stand between names with signs. */
    static boolean words(String value) {
        List<String> parts = parts(value);
        if (parts.isEmpty()) {
            return true;
        }
        boolean digits = value.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean signs = value.chars().anyMatch(c -> "-_./:,?".indexOf(c) >= 0);
        boolean special = value.chars().anyMatch(c -> "!@#$%^&*+=~|;".indexOf(c) >= 0);
        long numbers =
                parts.stream().filter(part -> Character.isDigit(part.charAt(0))).count();
        if (special || digits && !signs || numbers > 2) {
            return false;
        }
        return parts.stream().allMatch(Likeness::word);
    }

    /** Whether more than half of it is words: too much for what a machine made at random. */
    private static boolean wordy(String value) {
        return words(value) || wordShare(value) > 0.6;
    }

    private static double wordShare(String value) {
        int inWords = parts(value).stream()
                .filter(part -> part.length() >= 4 && word(part))
                .mapToInt(String::length)
                .sum();
        return (double) inWords / Math.max(1, value.length());
    }

    /** Its runs of letters, cut where a new word begins, and of digits. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= value.length(); i++) {
            if (i == value.length() || boundary(value, i)) {
                String part = value.substring(start, i);
                if (Character.isLetterOrDigit(part.charAt(0))) {
                    parts.add(part);
                }
                start = i;
            }
        }
        return parts;
    }

    private static boolean boundary(String value, int i) {
        char before = value.charAt(i - 1);
        char after = value.charAt(i);
        boolean hump = Character.isLowerCase(before) && Character.isUpperCase(after);
        boolean lastOfCapitals = Character.isUpperCase(before)
                && Character.isUpperCase(after)
                && i + 1 < value.length()
                && Character.isLowerCase(value.charAt(i + 1));
        return hump || lastOfCapitals || kind(before) != kind(after);
    }

    private static int kind(char c) {
        return Character.isLetter(c) ? 0 : Character.isDigit(c) ? 1 : 2;
    }

    /** Whether a run of letters could be read aloud, or one of digits is as short as those that number things. */
    private static boolean word(String part) {
        if (Character.isDigit(part.charAt(0))) {
            return part.length() <= 4;
        }
        String lower = part.toLowerCase(Locale.ROOT);
        if (lower.length() <= 2 || HANDS.contains(lower)) {
            return true;
        }
        int pairs = lower.length() - 1;
        int usual = 0;
        for (int i = 0; i < pairs; i++) {
            if (PAIRS.contains(lower.substring(i, i + 2)) || lower.charAt(i) > 127) {
                usual++;
            }
        }
        return usual * 100 >= pairs * (lower.length() <= 4 ? 50 : 60);
    }
}
