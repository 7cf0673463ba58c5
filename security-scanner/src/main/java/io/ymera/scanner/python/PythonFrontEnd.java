package io.ymera.scanner.python;

import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.parsing.Grammar;
import io.ymera.scanner.parsing.Node;
import io.ymera.scanner.parsing.Trees;
import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings Python files into the common form. An {@code import} is an assignment of a {@link io.ymera.scanner.ir.Expression.Symbol}; a variable
 * of a function is declared at its start; a class's object is made by a call of the class. Thread-safe: all state is of one file.
 */
public final class PythonFrontEnd implements FrontEnd {

    @Override
    public String language() {
        return "python";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("py", "pyw", "pyi");
    }

    @Override
    public Unit lower(SourceFile file, Names names) {
        Modules modules = new Modules(file.path(), names);
        Optional<Node> tree;
        try (Trees trees = new Trees(Grammar.PYTHON)) {
            tree = trees.parse(file.text());
        }
        if (tree.isEmpty()) {
            return new Unit(file.path(), language(), modules.module(), List.of(), List.of(), lines(file.text()), true);
        }
        Lowering lowering = new Lowering(modules, names);
        List<Statement> body = lowering.module(tree.get());
        return new Unit(
                file.path(),
                language(),
                modules.module(),
                body,
                List.copyOf(lowering.classes),
                lines(file.text()),
                lowering.incomplete());
    }

    /** Lines end with {@code \n} as they do for the parser, whatever else an editor thinks. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            boolean carriage = to > from && text.charAt(to - 1) == '\r';
            lines.add(text.substring(from, carriage ? to - 1 : to));
            from = to + 1;
        }
        return List.copyOf(lines);
    }
}
