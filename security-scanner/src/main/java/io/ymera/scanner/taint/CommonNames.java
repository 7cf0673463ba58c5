package io.ymera.scanner.taint;

import com.google.re2j.Pattern;
import java.util.Set;

/** What functions do that are named as they are in every language and library. */
final class CommonNames {

    static final Set<String> PATTERNS = Set.of("compile", "RegExp");
    static final Set<String> MATCHERS = Set.of("matcher");
    /** Makes a function of a pattern that says whether all of a text is as that. */
    static final Set<String> TESTS = Set.of("asMatchPredicate");

    /** What gives the same data in another dress: who has checked it before knows it. */
    static final Set<String> SAME = Set.of(
            "trim",
            "strip",
            "toLowerCase",
            "toUpperCase",
            "lower",
            "upper",
            "casefold",
            "toString",
            "%text",
            "str",
            "String",
            "valueOf",
            "orElse",
            "get",
            "getOrDefault",
            "await",
            "then",
            "stripLeading",
            "stripTrailing",
            "lstrip",
            "rstrip",
            "intern",
            "asText",
            "text",
            // Names of the same file
            "getCanonicalPath",
            "getCanonicalFile",
            "toRealPath",
            "normalize",
            "toAbsolutePath",
            "getAbsolutePath",
            "getAbsoluteFile",
            "toPath",
            "toFile",
            "abspath",
            "realpath",
            "relative",
            "normpath",
            "resolve",
            "toURI",
            "toURL",
            "toUri",
            "getPath",
            "requireNonNull",
            "ofNullable",
            "of",
            "create",
            "urlparse",
            "urlsplit",
            "URL",
            "URI",
            "parse",
            "fromUriString");

    /** Given the name of a part, they give that part. */
    static final Set<String> LOOK_UPS = Set.of("get", "getOrDefault");

    /** Who takes what they give takes what they are given. */
    static final Set<String> PASSING =
            Set.of("join", "str", "int", "list", "bytes", "hex", "String", "toString", "valueOf", "bytearray");

    /** Makes of a text what stands for it. */
    static final Set<String> MADE_OF = Set.of(
            "create",
            "of",
            "parse",
            "URL",
            "URI",
            "Path",
            "Paths",
            "get",
            "File",
            "Request",
            "newBuilder",
            "fromUriString",
            "fromHttpUrl",
            "build",
            "encode");

    /** Methods of a text that give one with the same beginning. */
    static final Set<String> CONTINUED = Set.of("formatted", "concat", "encode", "decode");

    static final Set<String> FORMATS = Set.of("format", "formatted", "printf", "sprintf");

    /** Methods that functional interfaces have besides their only one. */
    static final Set<String> COMBINES =
            Set.of("andThen", "compose", "negate", "and", "or", "equals", "hashCode", "toString");

    private static final Set<String> FILLS =
            Set.of("add", "append", "put", "set", "push", "insert", "extend", "update", "write", "concat");

    /** How columns are named in which there are numbers, dates and the like. */
    private static final Pattern NUMERIC = Pattern.compile(
            "(?i)(pk|.*(^|_|[a-z])(id|uuid|count|total|sum|number|price|amount|quantity|size|date|time|year|age|score|rank|position|version|lat|lng|lon)|.*(_at|At|_on)|is_.*|has_.*)");

    private CommonNames() {}

    /** Whether it is named like a question, whose answer is yes or no: {@code isEmpty}, {@code has_next}. */
    static boolean asks(String name) {
        int length = name.startsWith("is") ? 2 : name.startsWith("has") ? 3 : name.length();
        return length < name.length() && (name.charAt(length) == '_' || Character.isUpperCase(name.charAt(length)));
    }

    /** Whether it is named like what tells the same of an object each time: {@code getName}, not {@code getNext}. */
    static boolean tells(String name) {
        return name.length() > 3
                && name.startsWith("get")
                && Character.isUpperCase(name.charAt(3))
                && !name.startsWith("getNext")
                && !name.startsWith("getAnd");
    }

    /** Whether it is named like a column of a table in which there are numbers, dates and the like. */
    static boolean numeric(String name) {
        return NUMERIC.matches(name);
    }

    /** Whether it is named like what puts something into its receiver: {@code addAll}, {@code setName}. */
    static boolean fills(String name) {
        return FILLS.stream().anyMatch(name::startsWith);
    }
}
