package io.ymera.scanner.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * A Dockerfile as BuildKit reads it: parser directives, comments, lines that go on, here-documents, stages, and variables in instructions that
 * have them. What is malformed is left as it is, never an error.
 *
 * @param instructions in order; those before the first {@code FROM} have stage -1
 * @param stages in order
 */
record Dockerfile(List<Instruction> instructions, List<Stage> stages) {

    private static final int MOST_INSTRUCTIONS = 20_000;
    private static final int LONGEST_VALUE = 4096;
    /** Of one instruction; what is behind is not looked at. */
    private static final int LONGEST_TEXT = 100_000;

    /**
     * One instruction.
     *
     * @param name in capitals
     * @param text all behind the name, with variables replaced where Docker does that; lines that went on are joined by a blank
     * @param heredoc the lines of its here-documents, or empty
     * @param line its first
     * @param stage of which stage it is part
     */
    record Instruction(String name, String text, String heredoc, int line, int stage) {

        /** Its words that begin with {@code --}, and those behind. */
        List<String> words() {
            return Dockerfile.words(text);
        }

        /** The text without leading {@code --flags}. */
        String withoutFlags() {
            String rest = text.strip();
            while (rest.startsWith("--")) {
                int blank = rest.indexOf(' ');
                rest = blank < 0 ? "" : rest.substring(blank).strip();
            }
            return rest;
        }
    }

    /**
     * A stage of the build.
     *
     * @param image from which it begins, with variables replaced
     * @param name its own, or empty
     * @param line of its {@code FROM}
     */
    record Stage(String image, String name, int line) {}

    /** Reads one. */
    static Dockerfile parse(String text) {
        return new Parser(text).parse();
    }

    /** Reads line by line. */
    private static final class Parser {
        private final String[] lines;
        private final List<Instruction> instructions = new ArrayList<>();
        private final List<Stage> stages = new ArrayList<>();
        private final Map<String, String> global = new HashMap<>();
        private Map<String, String> variables = new HashMap<>();
        private char escape = '\\';
        private int at;

        Parser(String text) {
            String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            lines = plain.lines().toArray(String[]::new);
        }

        Dockerfile parse() {
            directives();
            while (at < lines.length && instructions.size() < MOST_INSTRUCTIONS) {
                String line = lines[at].strip();
                if (line.isEmpty() || line.startsWith("#")) {
                    at++;
                } else {
                    instruction();
                }
            }
            return new Dockerfile(List.copyOf(instructions), List.copyOf(stages));
        }

        /** Directives stand before all else, also before comments. */
        private void directives() {
            for (String line : lines) {
                String plain = line.strip().toLowerCase(Locale.ROOT).replace(" ", "");
                if (!plain.startsWith("#") || !plain.contains("=")) {
                    return;
                }
                if (plain.startsWith("#escape=")) {
                    escape = plain.endsWith("`") ? '`' : '\\';
                }
            }
        }

        private void instruction() {
            int first = at + 1;
            StringBuilder joined = new StringBuilder();
            boolean more = true;
            while (more && at < lines.length) {
                String line = lines[at++];
                String bare = line.strip();
                if (!joined.isEmpty() && (bare.startsWith("#") || bare.isEmpty())) {
                    // Comments and empty lines don't end what goes on
                    continue;
                }
                more = bare.endsWith(String.valueOf(escape));
                joined.append(more ? bare.substring(0, bare.length() - 1) : bare)
                        .append(' ');
            }
            String all = joined.toString().strip();
            int blank = blank(all);
            String name = all.substring(0, blank).toUpperCase(Locale.ROOT);
            String rest = cut(all.substring(blank).strip());
            String heredoc = List.of("RUN", "COPY", "ADD").contains(name) ? heredocs(rest) : "";
            add(name, rest, heredoc, first);
        }

        private static int blank(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isWhitespace(text.charAt(i))) {
                    return i;
                }
            }
            return text.length();
        }

        /** The lines up to the end words of all {@code <<WORD} in the text. */
        private String heredocs(String text) {
            StringBuilder body = new StringBuilder();
            for (String word : words(text)) {
                int start = word.indexOf("<<");
                if (start < 0 || word.startsWith("<<<", start)) {
                    continue;
                }
                String end = word.substring(word.startsWith("<<-", start) ? start + 3 : start + 2)
                        .replace("\"", "")
                        .replace("'", "");
                if (end.isEmpty() || !Character.isLetter(end.charAt(0))) {
                    continue;
                }
                while (at < lines.length && !lines[at].strip().equals(end)) {
                    body.append(lines[at++]).append('\n');
                }
                at++;
            }
            return cut(body.toString());
        }

        private static String cut(String text) {
            return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        }

        private void add(String name, String rest, String heredoc, int line) {
            switch (name) {
                case "FROM" -> {
                    String text = replaced(rest, global);
                    List<String> words = words(new Instruction(name, text, "", line, 0).withoutFlags());
                    String own = words.size() > 2 && words.get(1).equalsIgnoreCase("as") ? words.get(2) : "";
                    stages.add(new Stage(words.isEmpty() ? "" : words.getFirst(), own.toLowerCase(Locale.ROOT), line));
                    variables = new HashMap<>();
                    put(name, text, heredoc, line);
                }
                case "ARG" -> {
                    String text = replaced(rest, variables);
                    remember(text);
                    put(name, text, heredoc, line);
                }
                case "ENV" -> {
                    String text = replaced(rest, variables);
                    remember(text);
                    put(name, text, heredoc, line);
                }
                case "ADD", "COPY", "EXPOSE", "USER", "WORKDIR", "VOLUME", "LABEL", "STOPSIGNAL", "ONBUILD" ->
                    put(name, replaced(rest, variables), heredoc, line);
                default -> put(name, rest, heredoc, line);
            }
        }

        private void put(String name, String text, String heredoc, int line) {
            instructions.add(new Instruction(name, text, heredoc, line, stages.size() - 1));
        }

        private void remember(String text) {
            for (String[] pair : pairs(text)) {
                Map<String, String> scope = stages.isEmpty() ? global : variables;
                String value = pair[1].isEmpty() && !stages.isEmpty() ? global.getOrDefault(pair[0], "") : pair[1];
                if (value.length() < LONGEST_VALUE) {
                    scope.put(pair[0], value);
                }
            }
        }

        /** With variables replaced; those without a value stay as they are. */
        private static String replaced(String text, Map<String, String> values) {
            StringBuilder out = new StringBuilder();
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c != '$'
                        || i + 1 >= text.length()
                        || i > 0 && text.charAt(i - 1) == '\\'
                        || out.length() > 16 * LONGEST_VALUE) {
                    out.append(c);
                    i++;
                    continue;
                }
                boolean braces = text.charAt(i + 1) == '{';
                int start = braces ? i + 2 : i + 1;
                int end = start;
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                int close = braces ? text.indexOf('}', end, Math.min(text.length(), end + LONGEST_VALUE)) : end;
                if (end == start || close < 0) {
                    out.append(c);
                    i++;
                    continue;
                }
                String modifier = braces ? text.substring(end, close) : "";
                String value = values.getOrDefault(text.substring(start, end), "");
                boolean fallback = modifier.startsWith(":-") && value.isEmpty();
                String result = fallback ? modifier.substring(2) : value;
                i = braces ? close + 1 : end;
                out.append(result.isEmpty() ? text.substring(start - (braces ? 2 : 1), i) : result);
            }
            return out.toString();
        }
    }

    /** What stands between blanks. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer tokens = new StringTokenizer(text); tokens.hasMoreTokens(); ) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    /** The names and values of {@code ENV} or {@code ARG}, in both of their forms; without quotes. */
    static List<String[]> pairs(String text) {
        List<String[]> pairs = new ArrayList<>();
        int equals = text.indexOf('=');
        int blank = text.indexOf(' ');
        if (equals < 0 || blank >= 0 && blank < equals) {
            int cut = blank < 0 ? text.length() : blank;
            pairs.add(new String[] {text.substring(0, cut), text.substring(cut).strip()});
            return pairs;
        }
        for (String word : split(text)) {
            int sign = word.indexOf('=');
            pairs.add(
                    sign < 0
                            ? new String[] {word, ""}
                            : new String[] {word.substring(0, sign), word.substring(sign + 1)});
        }
        return pairs;
    }

    /** Words, of which quotes may hold blanks together. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
