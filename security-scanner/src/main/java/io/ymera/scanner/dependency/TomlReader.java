package io.ymera.scanner.dependency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads TOML 1.0 into {@link Tree}s. It is ours because lock files have megabytes and the libraries that keep lines (tomlj) need hundreds of bytes for
 * each character; this one is linear in time and space. It is lenient: what is written twice is overwritten, numbers and dates stay text, and a
 * line that can't be read is left out, with the lines behind it read on.
 */
final class TomlReader {

    private static final int DEEPEST = 100;
    private static final int MOST_KEY_PARTS = 50;

    /** A table or list while it grows. */
    private static final class Growing {
        final String name;
        final int line;
        final Map<String, Object> members = new LinkedHashMap<>();
        final List<Object> items = new ArrayList<>();

        Growing(String name, int line) {
            this.name = name;
            this.line = line;
        }

        Tree done() {
            Map<String, Tree> finished = new LinkedHashMap<>();
            members.forEach((key, value) ->
                    finished.put(key, value instanceof Growing growing ? growing.done() : (Tree) value));
            List<Tree> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(item instanceof Growing growing ? growing.done() : (Tree) item));
            return new Tree(name, "", finished, list, line);
        }
    }

    /** The line can't be read. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final String text;
    private final Growing root = new Growing("", 1);
    private int at;
    private int line = 1;

    private TomlReader(String text) {
        this.text = text;
    }

    static Tree read(String text) {
        return new TomlReader(text).read();
    }

    private Tree read() {
        Growing table = root;
        while (at < text.length()) {
            blank();
            if (at >= text.length()) {
                break;
            }
            int before = at;
            try {
                if (peek() == '[') {
                    table = header();
                } else {
                    keyValue(table, 0);
                }
                restOfLine();
            } catch (Wrong e) {
                at = Math.max(at, before);
                skipLine();
            }
        }
        return root.done();
    }

    /** {@code [a.b]} or {@code [[a.b]]}. */
    private Growing header() throws Wrong {
        int start = line;
        at++;
        boolean list = peek() == '[';
        at += list ? 1 : 0;
        List<String> keys = keys();
        expect(']');
        if (list) {
            expect(']');
        }
        Growing parent = root;
        for (String key : keys.subList(0, keys.size() - 1)) {
            parent = inner(parent, key, start);
        }
        if (!list) {
            return inner(parent, keys.getLast(), start);
        }
        Object known = parent.members.get(keys.getLast());
        Growing all = known instanceof Growing growing ? growing : new Growing(keys.getLast(), start);
        parent.members.put(keys.getLast(), all);
        Growing item = new Growing("", start);
        all.items.add(item);
        return item;
    }

    /** The table of this name, made if there is none; of a list of tables, the last. */
    private static Growing inner(Growing parent, String key, int line) {
        if (parent.members.get(key) instanceof Growing known) {
            return !known.items.isEmpty() && known.items.getLast() instanceof Growing last ? last : known;
        }
        Growing made = new Growing(key, line);
        parent.members.put(key, made);
        return made;
    }

    private void keyValue(Growing table, int depth) throws Wrong {
        int start = line;
        List<String> keys = keys();
        expect('=');
        Growing parent = table;
        for (String key : keys.subList(0, keys.size() - 1)) {
            parent = inner(parent, key, start);
        }
        spaces();
        parent.members.put(keys.getLast(), value(keys.getLast(), start, depth + 1));
    }

    private List<String> keys() throws Wrong {
        List<String> keys = new ArrayList<>();
        do {
            at += keys.isEmpty() ? 0 : 1;
            spaces();
            char c = peek();
            if (c == '"' || c == '\'') {
                keys.add(string());
            } else {
                int start = at;
                while (bare(peek())) {
                    at++;
                }
                if (at == start) {
                    throw new Wrong();
                }
                keys.add(text.substring(start, at));
            }
            spaces();
        } while (peek() == '.' && keys.size() < MOST_KEY_PARTS);
        return keys;
    }

    private static boolean bare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private Object value(String name, int start, int depth) throws Wrong {
        if (depth > DEEPEST) {
            throw new TreeReader.Unreadable("is nested too deeply", null);
        }
        char c = peek();
        if (c == '"' || c == '\'') {
            return Tree.scalar(name, string(), start);
        }
        if (c == '[') {
            return array(name, depth);
        }
        if (c == '{') {
            return inlineTable(name, depth);
        }
        int from = at;
        while (at < text.length() && ",]}#\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String plain = text.substring(from, at).strip();
        if (plain.isEmpty()) {
            throw new Wrong();
        }
        return Tree.scalar(name, plain, start);
    }

    private Growing array(String name, int depth) throws Wrong {
        Growing array = new Growing(name, line);
        at++;
        while (true) {
            blank();
            if (peek() == ']') {
                at++;
                return array;
            }
            array.items.add(value("", line, depth + 1));
            blank();
            if (peek() == ',') {
                at++;
            } else if (peek() != ']') {
                throw new Wrong();
            }
        }
    }

    private Growing inlineTable(String name, int depth) throws Wrong {
        Growing table = new Growing(name, line);
        at++;
        while (true) {
            // Line breaks in it are of TOML 1.1
            blank();
            if (peek() == '}') {
                at++;
                return table;
            }
            keyValue(table, depth);
            blank();
            if (peek() == ',') {
                at++;
            } else if (peek() != '}') {
                throw new Wrong();
            }
        }
    }

    private String string() throws Wrong {
        char quote = peek();
        String triple = String.valueOf(quote).repeat(3);
        boolean lines = text.startsWith(triple, at);
        at += lines ? 3 : 1;
        if (lines && peek() == '\r') {
            at++;
        }
        if (lines && peek() == '\n') {
            newLine();
        }
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (lines ? text.startsWith(triple, at) : c == quote) {
                at += lines ? 3 : 1;
                // Up to two more belong to the text
                while (lines && peek() == quote && content.length() < text.length()) {
                    content.append(quote);
                    at++;
                }
                return content.toString();
            }
            if (c == '\\' && quote == '"') {
                escape(content);
            } else if (c == '\n') {
                if (!lines) {
                    throw new Wrong();
                }
                content.append(c);
                newLine();
            } else {
                content.append(c);
                at++;
            }
        }
        throw new Wrong();
    }

    private void escape(StringBuilder into) throws Wrong {
        at++;
        char c = peek();
        at++;
        switch (c) {
            case 'b' -> into.append('\b');
            case 't' -> into.append('\t');
            case 'n' -> into.append('\n');
            case 'f' -> into.append('\f');
            case 'r' -> into.append('\r');
            case 'e' -> into.append('\u001b');
            case 'u' -> into.appendCodePoint(codePoint(4));
            case 'U' -> into.appendCodePoint(codePoint(8));
            case 'x' -> into.appendCodePoint(codePoint(2));
            case ' ', '\t', '\r', '\n' -> {
                // The line goes on at the next that is not blank
                at--;
                while (Character.isWhitespace(peek())) {
                    if (peek() == '\n') {
                        newLine();
                    } else {
                        at++;
                    }
                }
            }
            default -> into.append(c);
        }
    }

    private int codePoint(int digits) throws Wrong {
        if (at + digits > text.length()) {
            throw new Wrong();
        }
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                throw new Wrong();
            }
            code = code * 16 + digit;
        }
        if (!Character.isValidCodePoint(code)) {
            throw new Wrong();
        }
        return code;
    }

    private void expect(char c) throws Wrong {
        spaces();
        if (peek() != c) {
            throw new Wrong();
        }
        at++;
    }

    /** NUL at the end, which no part of a key or value is. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void spaces() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Spaces, line breaks and comments. */
    private void blank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    private void newLine() {
        at++;
        line++;
    }

    private void restOfLine() throws Wrong {
        spaces();
        char c = peek();
        if (at < text.length() && c != '#' && c != '\r' && c != '\n') {
            throw new Wrong();
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }
}
