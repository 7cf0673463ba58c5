package io.ymera.scanner.rule;

import java.util.List;

/**
 * A part of a call or a write.
 *
 * @param kind which
 * @param position of an argument, from 0, if it is one by position
 * @param name of a keyword argument, if it is one
 * @param path members below it, as in {@code 2.httpOnly}
 */
public record Selector(Kind kind, int position, String name, List<String> path) {

    /** In a path: each element of a list. */
    public static final String EACH = "*";

    /** Which part. */
    public enum Kind {
        POSITION,
        KEYWORD,
        RECEIVER,
        /** What is written, or given back. */
        VALUE,
        /** The index of an element that is written. */
        KEY,
        /** The name of what takes the result. */
        RESULT_NAME,
        /** Each argument. */
        ANY,
        /** The call's answer. */
        RESULT,
        /** What the functions answer that it is given. */
        CALLBACK
    }

    /** Reads one, as in {@code 0}, {@code 1.url}, {@code verify}, {@code receiver}; {@code =args} is a keyword that means something else by itself. */
    public static Selector of(Object written) {
        String text = String.valueOf(written);
        String[] parts = text.split("\\.");
        List<String> path = List.of(parts).subList(1, parts.length);
        String first = parts[0];
        if (first.matches("(arg)?\\d+")) {
            return new Selector(Kind.POSITION, Integer.parseInt(first.replace("arg", "")), "", path);
        }
        if (first.startsWith("=")) {
            return new Selector(Kind.KEYWORD, 0, first.substring(1), path);
        }
        return switch (first) {
            case "receiver" -> new Selector(Kind.RECEIVER, 0, "", path);
            case "value" -> new Selector(Kind.VALUE, 0, "", path);
            case "key" -> new Selector(Kind.KEY, 0, "", path);
            case "result-name" -> new Selector(Kind.RESULT_NAME, 0, "", path);
            case "callback" -> new Selector(Kind.CALLBACK, 0, "", path);
            case "result" -> new Selector(Kind.RESULT, 0, "", path);
            case "any", "args" -> new Selector(Kind.ANY, 0, "", path);
            default -> new Selector(Kind.KEYWORD, 0, first, path);
        };
    }
}
