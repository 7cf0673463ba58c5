package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all parts that bring one file into the common form share. */
final class Lowering {

    /** Deeper than this no person nests. */
    private static final int DEEPEST = 500;

    final String module;
    final String path;
    final Paths paths;
    final Types types = new Types(this);
    final Expressions expressions = new Expressions(this);
    final Collections collections = new Collections(this);
    final Patterns patterns = new Patterns(this);
    final Functions functions = new Functions(this);
    final Classes classMaker = new Classes(this);
    final Statements statements = new Statements(this);
    final Loops loops = new Loops(this);
    final Modules modules = new Modules(this);
    final Idioms idioms = new Idioms(this);
    final Watched watched = new Watched(this);
    final Jsx jsx = new Jsx(this);

    /** All classes of the file. */
    final List<ClassDeclaration> classes = new ArrayList<>();
    /** Where statements go, also those that must come before the one whose expression is being read. */
    List<Statement> out = new ArrayList<>();

    Scope scope = Scope.ofFunction(null);
    /** What {@code export} gives names in: the file's exports, or the object of a namespace. */
    Expression.Name exports = new Expression.Name(Expression.Name.EXPORTS, new Span(1, 1, 1, 1));

    /** The names of the members of objects that are being read, the innermost last; a function within has none around it. */
    Deque<String> members = new ArrayDeque<>();

    boolean incomplete;
    /** The names of functions that pages may call, as the file says. */
    Set<String> served = Set.of();

    private int depth;

    Lowering(String path, Names names) {
        this.path = path;
        this.module = Paths.module(path);
        this.paths = new Paths(path, names);
    }

    /** Does one step down, unless that is too deep; then what {@code otherwise} gives. */
    <T extends @Nullable Object> T down(Supplier<T> step, T otherwise) {
        return down(1, step, otherwise);
    }

    /** The same for what takes as much of the stack as that many others. */
    <T extends @Nullable Object> T down(int steps, Supplier<T> step, T otherwise) {
        if (depth + steps > DEEPEST) {
            incomplete = true;
            return otherwise;
        }
        depth += steps;
        try {
            return step.get();
        } finally {
            depth -= steps;
        }
    }

    /** What {@code step} writes, by itself, in a scope of its own. */
    Statement.Block block(Scope inner, Runnable step) {
        List<Statement> outside = out;
        Scope around = scope;
        out = new ArrayList<>();
        scope = inner;
        try {
            step.run();
            return new Statement.Block(List.copyOf(out));
        } finally {
            out = outside;
            scope = around;
        }
    }

    void add(Statement statement) {
        out.add(statement);
    }

    void declare(String name, @Nullable String type, @Nullable Expression value, Span span) {
        out.add(new Statement.Declare(name, type, value, span));
    }

    void assign(Expression target, Expression value, Span span) {
        out.add(new Statement.Evaluate(new Expression.Assignment(target, value, span)));
    }

    /** What a name written in the file is called in the common form. */
    String name(String written) {
        String found = scope.find(written);
        return found != null ? found : written;
    }

    static Expression literal(@Nullable Object value, Span span) {
        return new Expression.Literal(value, span);
    }

    static Expression none(Node node) {
        return new Expression.Unknown(List.of(), node.span());
    }
}
