package io.ymera.scanner.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands where a secret will be put, or was shown instead of one. */
final class Placeholders {

    /** Nobody's token has one of these in it by chance, or nearly so. */
    private static final List<String> TOLD = Words.list("""
            example changeme change_me change-me changeit placeholder replace redacted dummy notreal not-a-
            not_a_ fakefake xxxx **** .... -here _here yourpass your- your_ yourtoken yoursecret yourapi yourkey
            insert- insert_ todo fixme deadbeef foobar loremipsum testtest mysecret my-secret my_secret sample
            goes-here goeshere asdf qwerty 00000000 hidden removed undefined some- some_ abc123 123abc 1a2b3c
            a1b2c3
            """);

    /** Ways to say: it is somewhere else. */
    private static final List<String> ELSEWHERE = Words.list("""
            ${ $( {{ }} #{ %{ <% %( @@ process.env os.environ getenv env. env( secrets. vault: op:// ref+
            arn:aws valuefrom enc( enc[ keyvault projects/ ssm: file:// var. local. data. config. settings.
            credentials( secret/ %s {0} {1}
            """);

    /** What standards and manuals show, so that it is everywhere: RFC 5849, 6749, 6750, 7519 and 7662; Azure's emulator. */
    private static final Set<String> PUBLISHED = Words.set("""
            2yotnfzfejr1zcsicmwpaa tgzv3jokf0xg5qx2tlkwia splxlobezqqybys6wxsbia czzcagrsa3f0mzpnwdfmqmf0m2jw
            mf_9.b5f-4.1jqm ad180jjd733klru7 kkk9d7dh3k39sjv7 7fjfp0zbr1ktdrbnfvdmiw
            qwxhzgrpbjpvcgvuihnlc2ftzq== j49sk3j29djd dh893hdasih9
            eby8vdm02xnocqflquwjpllmetlcdxj1ouzft50usrz6ifsufq2uvercz4i6tq/k1szfptotr/kbhbeksogmgw==
            hh5s93j4hdidpola hdhd0244k9j7ao03
            """);

    private static final int RUN = 6;
    private static final int SEQUENCE = 7;

    private Placeholders() {}

    /** Whether {@code value} is no secret, whatever it stands for. */
    static boolean placeholder(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return PUBLISHED.contains(lower)
                || TOLD.stream().anyMatch(lower::contains)
                || elsewhere(lower)
                || patterned(lower);
    }

    /** Whether a value in lower case says where the secret is. */
    private static boolean elsewhere(String lower) {
        char first = lower.isEmpty() ? ' ' : lower.charAt(0);
        char last = lower.isEmpty() ? ' ' : lower.charAt(lower.length() - 1);
        return first == '$' && !hash(lower)
                || first == '<' && last == '>'
                || first == '{' && last == '}'
                || first == '[' && last == ']'
                || first == '%' && last == '%'
                || first == '@' && last == '@'
                || first == '_' && last == '_'
                || ELSEWHERE.stream().anyMatch(lower::contains);
    }

    /** Hashes of crypt begin with a dollar as variables do. */
    private static boolean hash(String lower) {
        return lower.length() > 20 && lower.indexOf('$', 1) > 0;
    }

    /** Whether a hand has typed it without thinking: one character again and again, rows of the keyboard or the alphabet, or a refrain. */
    static boolean patterned(String lower) {
        int same = 1;
        int up = 1;
        int down = 1;
        for (int i = 1; i < lower.length(); i++) {
            int step = lower.charAt(i) - lower.charAt(i - 1);
            same = step == 0 ? same + 1 : 1;
            up = step == 1 || lower.charAt(i) == '0' && lower.charAt(i - 1) == '9' ? up + 1 : 1;
            down = step == -1 ? down + 1 : 1;
            if (same >= RUN || up >= SEQUENCE || down >= SEQUENCE) {
                return true;
            }
        }
        return lower.chars().distinct().count() <= 2 && lower.length() > 3 || refrain(lower) || steps(lower);
    }

    /** Whether it is one piece, three times or more (the border of Knuth, Morris and Pratt). */
    private static boolean refrain(String text) {
        int[] border = new int[text.length() + 1];
        border[0] = -1;
        int length = -1;
        for (int i = 0; i < text.length(); i++) {
            while (length >= 0 && text.charAt(length) != text.charAt(i)) {
                length = border[length];
            }
            length++;
            border[i + 1] = length;
        }
        int period = text.length() - border[text.length()];
        return text.length() >= 6 && period * 3 <= text.length();
    }

    /** Whether most of its characters are one more than the one before, as in {@code abcd1234efgh5678}. */
    private static boolean steps(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            if (step == 1 || step == 0) {
                steps++;
            }
        }
        return text.length() >= 6 && steps * 10 > (text.length() - 1) * 6;
    }
}
