package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.parsing.Grammar;
import io.ymera.scanner.parsing.Node;
import io.ymera.scanner.parsing.Trees;
import io.ymera.scanner.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings JavaScript and TypeScript files into the common form: ECMAScript 2025, TypeScript's syntax, JSX, and both kinds of modules. Types are only kept
 * as names. A file that a tool has made ({@linkplain #minified minified}) is not looked at. Thread-safe.
 */
public final class JavaScriptFrontEnd implements FrontEnd {

    /** No person writes lines that are this long on average, in characters. */
    private static final int LONGEST_LINE = 500;
    /** A shorter file is looked at however its lines are. */
    private static final int SHORT_FILE = 4_000;

    @Override
    public String language() {
        return "javascript";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx");
    }

    @Override
    public Unit lower(SourceFile file, Names names) {
        List<String> lines = lines(file.text());
        if (minified(file, lines.size())) {
            return empty(file, lines);
        }
        Optional<Node> tree = parse(file);
        if (tree.isEmpty()) {
            return empty(file, lines);
        }
        Lowering lowering = new Lowering(file.path(), names);
        lowering.served = Conventions.served(tree.get());
        lowering.statements.program(tree.get());
        return new Unit(
                file.path(),
                language(),
                Paths.module(file.path()),
                List.copyOf(lowering.out),
                List.copyOf(lowering.classes),
                lines,
                lowering.incomplete || errors(tree.get()) > 0);
    }

    private Unit empty(SourceFile file, List<String> lines) {
        return new Unit(file.path(), language(), Paths.module(file.path()), List.of(), List.of(), lines, true);
    }

    private static boolean minified(SourceFile file, int lines) {
        int length = file.text().length();
        return length > SHORT_FILE && length / lines > LONGEST_LINE
                || file.name().contains(".min.");
    }

    private static Optional<Node> parse(SourceFile file) {
        Grammar grammar =
                switch (file.extension()) {
                    case "ts", "mts", "cts" -> Grammar.TYPESCRIPT;
                    case "tsx" -> Grammar.TSX;
                    default -> Grammar.JAVASCRIPT;
                };
        Optional<Node> tree = parse(grammar, file.text());
        int wrong = tree.map(JavaScriptFrontEnd::errors).orElse(0);
        if (wrong == 0 || grammar != Grammar.JAVASCRIPT) {
            return tree;
        }
        // Types in a JavaScript file, as for Flow
        Optional<Node> typed = parse(Grammar.TSX, file.text());
        return typed.isPresent() && errors(typed.get()) < wrong ? typed : tree;
    }

    private static Optional<Node> parse(Grammar grammar, String text) {
        try (Trees trees = new Trees(grammar)) {
            return trees.parse(text);
        }
    }

    private static int errors(Node root) {
        int count = 0;
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            count += node.is("ERROR") ? 1 : 0;
            node.children().forEach(open::push);
        }
        return count;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            boolean windows = end > start && text.charAt(end - 1) == '\r';
            lines.add(text.substring(start, windows ? end - 1 : end));
            start = end + 1;
        }
        return List.copyOf(lines);
    }
}
