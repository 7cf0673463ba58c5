package io.ymera.scanner.javascript;

import com.google.re2j.Pattern;
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
 * put there. Where something that is called like a secret is compared, {@link #COMPARED} is called with both.
 */
final class Watched {

    private static final String DEEP = "%deep-write";
    private static final String SESSION = "%session";
    private static final String COMPARED = "%compared";
    private static final Pattern SECRETS = Pattern.compile(
            "(?i)(pass|passwd|password|passphrase|pwd|pin|secret|token|key|signature|hmac|digest|mac|hash|sig|auth|authorization)$");

    /** A function that merges objects is a short one; in nodes. */
    private static final int LONGEST = 2_000;

    private final Lowering lowering;

    Watched(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression assignment(Node target, Expression value, Expression assignment, Span span) {
        if (target.is("subscript_expression")) {
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

    /**
     * {@code password === 'x'}: {@link #COMPARED} is called with both.
     *
     * @param values two
     */
    static Expression comparison(String operator, List<Expression> values, Expression comparison, Span span) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (!equality || !secret(values.get(0)) && !secret(values.get(1))) {
            return comparison;
        }
        boolean turned = !secret(values.get(0));
        List<Argument> arguments =
                List.of(Argument.of(values.get(turned ? 1 : 0)), Argument.of(values.get(turned ? 0 : 1)));
        Expression call = new Expression.Call(new Expression.Symbol(COMPARED, span), arguments, span);
        return new Expression.Operation(",", List.of(call, comparison), span);
    }

    private static boolean secret(Expression value) {
        String name =
                switch (value) {
                    case Expression.Name it -> it.name();
                    case Expression.Member it -> it.name();
                    default -> "";
                };
        return SECRETS.matcher(name).find();
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
        Expression call = new Expression.Call(new Expression.Symbol(name, span), List.of(Argument.of(value)), span);
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
