package io.ymera.scanner.java;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the names of a file's types in one run over its text, without a tree: words and braces outside of strings and comments. */
final class TypeScanner {

    private static final Set<String> KEYWORDS = Set.of("class", "interface", "enum", "record");

    private final String text;
    private final Set<String> found = new LinkedHashSet<>();
    /** For each open brace the name in front of it, empty where it is no type's. */
    private final List<String> open = new ArrayList<>();

    private int at;
    private String packageName = "";
    private String before = "";
    private String pending = "";

    private TypeScanner(String text) {
        this.text = text;
    }

    /** Full names, nested ones with dots. */
    static Set<String> types(String text) {
        TypeScanner scanner = new TypeScanner(text);
        scanner.run();
        return scanner.found;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                skipBehind("\n", 2);
            } else if (text.startsWith("/*", at)) {
                skipBehind("*/", 2);
            } else if (text.startsWith("\"\"\"", at)) {
                skipBehind("\"\"\"", 3);
            } else if (c == '"' || c == '\'') {
                skipLiteral(c);
            } else if (Character.isJavaIdentifierStart(c)) {
                word();
            } else {
                sign(c);
                at++;
            }
        }
    }

    private void skipBehind(String end, int begin) {
        int found = text.indexOf(end, at + begin);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void skipLiteral(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void word() {
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        if (before.equals("package") && open.isEmpty()) {
            packageName = dotted(word);
        } else if (KEYWORDS.contains(before) && Character.isUpperCase(word.charAt(0))) {
            pending = word;
        }
        before = word;
    }

    private String dotted(String first) {
        StringBuilder name = new StringBuilder(first);
        while (at < text.length() && text.charAt(at) != ';' && name.length() < 1_000) {
            char c = text.charAt(at++);
            if (c == '.' || Character.isJavaIdentifierPart(c)) {
                name.append(c);
            }
        }
        return name.toString();
    }

    private void sign(char c) {
        switch (c) {
            case '{' -> {
                open.add(pending);
                if (!pending.isEmpty() && open.size() < 50) {
                    add();
                }
                pending = "";
            }
            case '}' -> {
                if (!open.isEmpty()) {
                    open.removeLast();
                }
            }
            case ';' -> pending = "";
            default -> {}
        }
        if (!Character.isWhitespace(c)) {
            before = "";
        }
    }

    private void add() {
        StringBuilder name = new StringBuilder(packageName);
        for (String part : open) {
            if (part.isEmpty()) {
                // In a method: nobody else sees it
                return;
            }
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        found.add(name.toString());
    }
}
