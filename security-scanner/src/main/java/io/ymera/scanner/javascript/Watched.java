package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assignments that rules look at for more than their target: {@code a[x][y] = z}, and {@code a[x] = b[x]} in a function that merges objects deeply, may change
 * what all objects inherit, so {@link #DEEP} is called with the key; {@code request.session.x = y} tells the session, so {@link #SESSION} is called with what is
 * put there; {@code a[x] = b[x]} copies whatever members b has, so {@link #COPIED} is called with the member.
 */
final class Watched {

    private static final String DEEP = "%deep-write";
    private static final String SESSION = "%session";
    private static final String COPIED = "%copied";

    /** A function that merges objects is a short one; in nodes. */
    private static final int LONGEST = 2_000;

    private final Lowering lowering;

    Watched(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression assignment(Node target, Expression value, Expression assignment, Span span) {
        if (target.is("subscript_expression")) {
            Expression copied = copied(target, value);
            Node name = target.at("index").orElse(target);
            if (copied != null) {
                Expression to = lowering.expressions.of(target.at("object").orElse(target));
                return before(COPIED, List.of(copied, lowering.expressions.of(name), to), assignment, span);
            }
            Expression key = key(target);
            if (key != null) {
                return before(DEEP, key, assignment, span);
            }
        }
        if (target.is("member_expression") || target.is("subscript_expression")) {
            Node object = target.at("object").orElse(target);
            boolean session = object.is("member_expression")
                    && object.at("property")
                            .filter(name -> name.text().equals("session"))
                            .isPresent();
            if (session && simple(value)) {
                return before(SESSION, value, assignment, span);
            }
        }
        return assignment;
    }

    /** {@code b} of {@code a[x] = b[x]}, where x is no constant; null if it is anything else. */
    private @Nullable Expression copied(Node target, Expression value) {
        Node index = target.at("index").orElse(target);
        boolean same = value instanceof Expression.Element(Expression skipped, Expression.Name name, var skipped2)
                && index.is("identifier")
                && lowering.name(index.text()).equals(name.name());
        return same && !lowering.scope.function.merges ? value : null;
    }

    private static boolean simple(Expression value) {
        return switch (value) {
            case Expression.Name _ -> true;
            case Expression.Member member -> simple(member.object());
            default -> false;
        };
    }

    private @Nullable Expression key(Node target) {
        Node object = target.at("object").orElse(target);
        Node index = target.at("index").orElse(target);
        if (object.is("subscript_expression")) {
            Node outer = object.at("index").orElse(object);
            return constant(outer) ? null : lowering.expressions.of(outer);
        }
        return lowering.scope.function.merges && !constant(index) ? lowering.expressions.of(index) : null;
    }

    private static boolean constant(Node index) {
        return index.is("string") || index.is("number");
    }

    private static Expression before(String name, Expression value, Expression assignment, Span span) {
        return before(name, List.of(value), assignment, span);
    }

    private static Expression before(String name, List<Expression> values, Expression assignment, Span span) {
        List<Argument> arguments = values.stream().map(Argument::of).toList();
        Expression call = new Expression.Call(new Expression.Symbol(name, span), arguments, span);
        return new Expression.Operation(",", List.of(call, assignment), span);
    }

    /** Whether a function calls itself and goes through the members of something. */
    static boolean merges(Node function, String name) {
        boolean self = false;
        boolean through = false;
        Deque<Node> open = new ArrayDeque<>();
        if (function.at("name").isPresent() || function.is("arrow_function") || function.is("function_expression")) {
            function.at("body").ifPresent(open::push);
        }
        for (int seen = 0; seen < LONGEST && !open.isEmpty() && !(self && through); seen++) {
            Node node = open.pop();
            if (node.is("call_expression")) {
                Node callee = node.at("function").orElse(node);
                Node called =
                        callee.is("member_expression") ? callee.at("property").orElse(callee) : callee;
                boolean simple = called.is("identifier") || called.is("property_identifier");
                self |= simple && called.text().equals(name);
                through |=
                        simple && (called.text().equals("keys") || called.text().equals("entries"));
            }
            through |= node.is("for_in_statement");
            node.children().forEach(open::push);
        }
        return self && through;
    }
}
