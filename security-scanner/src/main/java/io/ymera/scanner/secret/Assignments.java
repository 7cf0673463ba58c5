package io.ymera.scanner.secret;

import io.ymera.scanner.secret.Names.Promise;
import io.ymera.scanner.secret.Place.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values of what is called a password, a token or a key, however a language or a file writes that: {@code name = "value"},
 * {@code "name": "value"}, {@code setName("value")}, {@code <name>value</name>}, {@code --name value} and their like. Reads forward from the name,
 * a few hundred characters at most.
 */
final class Assignments {

    private static final int RANK = 10_000;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_VALUE = 400;
    private static final int LONGEST_GAP = 80;
    private static final int LONGEST_LINE = 2000;

    private final String text;
    private final Place place;
    private final boolean json;
    private final boolean sql;
    private final boolean yaml;
    private final boolean npmrc;

    Assignments(String path, String text, Place place) {
        this.text = text;
        this.place = place;
        json = path.endsWith(".json") || path.endsWith(".webmanifest");
        sql = path.endsWith(".sql");
        yaml = path.endsWith(".yml") || path.endsWith(".yaml");
        npmrc = path.endsWith(".npmrc");
    }

    /** A value, as far as it has been read. */
    private record Value(int start, int end, boolean fallback) {}

    /** What stands under the name that has a telling word at {@code hit}, if it may be a secret. */
    Optional<Candidate> at(int hit) {
        if (place.form() == Form.MADE) {
            return Optional.empty();
        }
        int start = hit;
        while (start > 0 && hit - start < LONGEST_NAME && nameCharacter(text.charAt(start - 1))) {
            start--;
        }
        int end = hit;
        while (end < text.length() && end - hit < LONGEST_NAME && nameCharacter(text.charAt(end))) {
            end++;
        }
        boolean option = text.startsWith("--", start);
        String name = stripped(text.substring(start, end));
        Value value = value(start, end, option);
        if (value == null || value.end - value.start < 4 || value.end - value.start > LONGEST_VALUE) {
            return Optional.empty();
        }
        boolean call = end < text.length() && text.charAt(end) == '(';
        Promise promise = Names.promise(call ? setter(name) : name);
        if (promise == Promise.NOTHING || longLine(start)) {
            return Optional.empty();
        }
        return judged(name, promise, value);
    }

    private Optional<Candidate> judged(String name, Promise promise, Value at) {
        String value = text.substring(at.start, at.end);
        boolean npmToken =
                npmrc && name.endsWith("_authToken") && value.length() == 36 && !Placeholders.placeholder(value);
        boolean secret = promise == Promise.PASSWORD && !at.fallback && Likeness.password(value)
                || Likeness.token(value)
                || npmToken;
        boolean hash = value.startsWith("$2")
                || value.startsWith("$argon2")
                || value.startsWith("$6$")
                || value.startsWith("pbkdf2");
        // Tokens in that form are judged by what is in them
        boolean jwt = value.startsWith("eyJ") && value.indexOf('.') > 0;
        if (!secret || hash || jwt || Names.echo(name, value)) {
            return Optional.empty();
        }
        boolean weak = promise == Promise.PASSWORD && Likeness.chosen(value);
        if (weak && place.test()) {
            // Tests and manuals have passwords that somebody made up on the spot
            return Optional.empty();
        }
        Kind kind = promise == Promise.PASSWORD ? Kind.PASSWORD : Kind.TOKEN;
        return Optional.of(new Candidate(kind, List.of(), RANK, at.start, at.end, value, name, weak));
    }

    /** Where the value of the name from {@code start} to {@code end} stands. */
    private @Nullable Value value(int start, int end, boolean option) {
        int i = end;
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        boolean quoted = before == '"' || before == '\'' || before == '`';
        if (place.form() == Form.MARKUP && before == '<' && character(i) == '>') {
            return element(i + 1);
        }
        if (character(i) == '(' && !quoted) {
            return string(blanks(i + 1));
        }
        if (quoted && character(i) == before) {
            i++;
        } else if (quoted) {
            quoted = false;
        }
        if (character(i) == ']') {
            i++;
        }
        int operator = blanks(i);
        char c = character(operator);
        if (c == '=' || c == ':' && character(operator + 1) != ':' || c == '?' && character(operator + 1) == '=') {
            return behind(operator, quoted);
        }
        if (quoted && (c == ',' || c == ')')) {
            return second(start, operator);
        }
        boolean shell = place.form() == Form.SHELL && (option || lineStartsWith(start, "ENV ", "ARG "));
        if (shell && operator > i) {
            Value value = string(operator);
            return value != null ? value : bare(operator);
        }
        boolean define = lineStartsWith(start, "#define ", "define ") || sql;
        if (define && operator > i) {
            return string(operator);
        }
        return named(i, quoted);
    }

    /** Behind the sign that gives a value. */
    private @Nullable Value behind(int operator, boolean quotedName) {
        int i = operator;
        if (character(i) == ':' && character(i + 1) != '=') {
            int type = typed(i + 1);
            i = type > 0 && !quotedName ? type : i;
        }
        while (i < text.length() && i - operator < LONGEST_GAP && "=:>?!".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        i = blanks(i);
        Value string = string(i);
        if (string != null) {
            return string;
        }
        boolean bare = place.form() == Form.SHELL || place.form() == Form.SETTINGS && !inValue(operator);
        return bare && !quotedName ? bare(i) : fallback(i);
    }

    /** Whether what stands at {@code at} is itself in a value: there is a sign that gives one before the sign there. */
    private boolean inValue(int at) {
        for (int i = at - 1; i >= 0 && at - i < LONGEST_LINE && text.charAt(i) != '\n'; i--) {
            if (text.charAt(i) == '=' || text.charAt(i) == ':' && text.charAt(i + 1) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** Behind {@code : Type =}, as typed languages have it; 0 if no such thing follows. */
    private int typed(int from) {
        int i = blanks(from);
        int start = i;
        while (i < text.length()
                && i - start < LONGEST_GAP
                && (Character.isLetterOrDigit(text.charAt(i)) || "<>?[]|&. ".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > start && character(i) == '=' && character(i + 1) != '=' ? i : 0;
    }

    /** A string that counts if something else is not there: {@code env.KEY || "value"}. */
    private @Nullable Value fallback(int from) {
        int end = Math.min(text.length(), from + 120);
        for (int i = from; i + 2 < end && text.charAt(i) != '\n' && text.charAt(i) != ';'; i++) {
            if (text.startsWith("||", i)
                    || text.startsWith("??", i)
                    || text.startsWith("?:", i)
                    || text.startsWith("or ", i)) {
                int operand = blanks(i + 2);
                Value string = string(text.startsWith("or ", i) ? blanks(i + 3) : operand);
                if (string != null) {
                    return string;
                }
            }
        }
        return null;
    }

    /** The argument behind a name in quotes, as in {@code getenv("KEY", "value")}; so much is written in this way that words won't do. */
    private @Nullable Value second(int nameStart, int comma) {
        if (character(comma) != ',' || place.form() == Form.PROSE) {
            return null;
        }
        String left = text.substring(Math.max(0, nameStart - 40), nameStart);
        boolean environment =
                left.contains("env") || left.contains("Env") || left.contains("define(") || left.contains("Property(");
        Value value = string(blanks(comma + 1));
        return value == null ? null : new Value(value.start, value.end, !environment);
    }

    /** The value of a list of pairs: {@code name: KEY}, then {@code value: …}; in XML {@code name="key" value="…"}. */
    private @Nullable Value named(int from, boolean quotedName) {
        boolean pairs = yaml || json || place.form() == Form.MARKUP && quotedName;
        if (!pairs) {
            return null;
        }
        int i = from;
        while (i < text.length() && i - from < LONGEST_GAP && " \t\r\n,\"'".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == from || !text.startsWith("value", i)) {
            return null;
        }
        i += "value".length();
        i = character(i) == '"' ? i + 1 : i;
        i = blanks(i);
        if (character(i) != ':' && character(i) != '=') {
            return null;
        }
        int start = blanks(i + 1);
        Value string = string(start);
        return string != null || !yaml ? string : bare(start);
    }

    private @Nullable Value element(int start) {
        int end = text.indexOf('<', start, Math.min(text.length(), start + LONGEST_VALUE));
        boolean closed = end > 0 && character(end + 1) == '/';
        return closed ? new Value(start, end, false) : null;
    }

    /** A string that begins here and ends on this line. */
    private @Nullable Value string(int from) {
        int i = from;
        while (i < text.length() && i - from < 2 && "bBrRuUfFL@$\\".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        char quote = character(i);
        if (quote != '"' && quote != '\'' && quote != '`') {
            return null;
        }
        boolean formatted =
                text.substring(from, i).toLowerCase(java.util.Locale.ROOT).indexOf('f') >= 0;
        int start = i + 1;
        int limit = Math.min(text.length(), start + LONGEST_VALUE);
        boolean escapedQuote = i > from && text.charAt(i - 1) == '\\';
        for (int j = start; j < limit; j++) {
            char c = text.charAt(j);
            if (c == '\n') {
                return null;
            }
            if (c == '\\' && escapedQuote && character(j + 1) == quote) {
                return new Value(start, j, false);
            }
            if (c == '\\') {
                j++;
            } else if (c == quote) {
                boolean pieces = character(blanks(j + 1)) == '+' || character(blanks(j + 1)) == '%';
                boolean filled = formatted && text.substring(start, j).indexOf('{') >= 0;
                return pieces || filled ? null : new Value(start, j, false);
            }
        }
        return null;
    }

    /** What stands here without quotes, up to a blank. */
    private @Nullable Value bare(int from) {
        if (from >= text.length() || "*&!|>{[<#(@".indexOf(text.charAt(from)) >= 0) {
            return null;
        }
        int end = from;
        int limit = Math.min(text.length(), from + LONGEST_VALUE + 1);
        while (end < limit
                && " \t\r\n\"'`".indexOf(text.charAt(end)) < 0
                && !(place.form() == Form.SHELL && ";|&".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        // Two words are a sentence
        int rest = blanks(end);
        boolean alone =
                rest >= text.length() || "\r\n#;&|\\".indexOf(text.charAt(rest)) >= 0 || place.form() == Form.SHELL;
        return alone && end > from ? new Value(from, end, false) : null;
    }

    /** Whether this line is so long that no human wrote it; data in JSON are often on one line. */
    private boolean longLine(int at) {
        if (json) {
            return false;
        }
        int left = at;
        while (left > 0 && text.charAt(left - 1) != '\n') {
            left--;
            if (at - left > LONGEST_LINE) {
                return true;
            }
        }
        int right = text.indexOf('\n', at, Math.min(text.length(), left + LONGEST_LINE + 1));
        return right < 0 && text.length() - left > LONGEST_LINE;
    }

    private boolean lineStartsWith(int at, String... words) {
        int start = at;
        while (start > 0 && at - start < LONGEST_GAP && text.charAt(start - 1) != '\n') {
            start--;
        }
        int first = blanks(start);
        for (String word : words) {
            if (text.startsWith(word, first)) {
                return true;
            }
        }
        return false;
    }

    private int blanks(int from) {
        int i = from;
        while (i < text.length() && i - from < LONGEST_GAP && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private char character(int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : '\n';
    }

    private static boolean nameCharacter(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }

    private static String stripped(String name) {
        int start = 0;
        while (start < name.length() && "-.$".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        return name.substring(start);
    }

    /** {@code password} of {@code user.setPassword}. */
    private static String setter(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean sets = last.length() > 3 && last.startsWith("set") || last.length() > 4 && last.startsWith("with");
        return sets ? last.substring(last.startsWith("set") ? 3 : 4) : last;
    }
}
