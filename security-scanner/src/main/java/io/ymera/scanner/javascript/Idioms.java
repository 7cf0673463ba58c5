package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the language's own library that only say how something else is called or what a value goes through, brought into the form that this has
 * without them: promises are what they hold, so that {@code p.then(f)} is {@code f(p)}.
 */
final class Idioms {

    /** Gives back what it is given. */
    private static final Set<String> SAME = Set.of(
            "Promise.resolve",
            "Promise.all",
            "Object.freeze",
            "Object.seal",
            "Object.preventExtensions",
            "structuredClone",
            "util.promisify",
            "promisify",
            "express-async-handler");
    /** Throw if what they are given is not true. */
    private static final Set<String> ASSERTIONS = Set.of(
            "assert",
            "assert.ok",
            "assert.equal",
            "assert.strictEqual",
            "assert/strict",
            "assert/strict.ok",
            "assert/strict.equal",
            "assert/strict.strictEqual",
            "invariant",
            "tiny-invariant",
            "ctx.assert");
    /** Functions of {@code Object} that are methods of their first argument. */
    private static final Set<String> METHODS = Set.of("keys", "values", "entries", "assign", "hasOwn");
    /** In front of the names of these methods. */
    private static final String OWN = "%";

    private static final Set<String> REQUESTS = Set.of("req", "request", "ctx", "_req");
    private static final Set<String> ERRORS = Set.of("err", "error", "e", "ex", "exception");
    private static final Set<String> TEXTS = Set.of("params", "headers");

    private final Lowering lowering;

    Idioms(Lowering lowering) {
        this.lowering = lowering;
    }

    /**
     * Comparisons that ask what a method answers directly in other words: {@code a.indexOf(b) === 0} is {@code a.startsWith(b)}, {@code a.indexOf(b) < 0}
     * is {@code !a.includes(b)}, {@code f(x) === false} is {@code !f(x)}, {@code a.match(b) === null} is {@code !a.match(b)}. Null if it is none of these.
     */
    static @Nullable Expression comparison(String operator, Expression left, Expression right, Span span) {
        if (!(left instanceof Expression.Call call)) {
            return null;
        }
        boolean equal = operator.equals("==");
        boolean unequal = operator.equals("!=");
        if (right instanceof Expression.Literal(Boolean truth, var skipped101) && (equal || unequal)) {
            return truth == equal ? call : not(call, span);
        }
        if (!(call.callee() instanceof Expression.Member member)) {
            return null;
        }
        if (right instanceof Expression.Literal literal
                && literal.value() == null
                && (equal || unequal)
                && (member.name().equals("match") || member.name().equals("exec"))) {
            return equal ? not(call, span) : call;
        }
        return member.name().equals("indexOf") ? index(operator, call, member, number(right), span) : null;
    }

    private static @Nullable Expression index(
            String operator, Expression.Call call, Expression.Member member, @Nullable Long limit, Span span) {
        if (limit == null) {
            return null;
        }
        String asked = operator + limit;
        return switch (asked) {
            case "==0" -> renamed(call, member, "startsWith");
            case "!=0", ">0" -> not(renamed(call, member, "startsWith"), span);
            case "!=-1", ">-1", ">=0" -> renamed(call, member, "includes");
            case "==-1", "<0", "<=-1" -> not(renamed(call, member, "includes"), span);
            default -> null;
        };
    }

    private static Expression renamed(Expression.Call call, Expression.Member member, String name) {
        return new Expression.Call(
                new Expression.Member(member.object(), name, member.span()), call.arguments(), call.span());
    }

    private static Expression not(Expression value, Span span) {
        return new Expression.Operation("!", List.of(value), span);
    }

    private static @Nullable Long number(Expression value) {
        if (value instanceof Expression.Literal(Long number, var skipped102)) {
            return number;
        }
        return value instanceof Expression.Operation(String operator, List<Expression> operands, var skipped103)
                        && operator.equals("-")
                        && operands.size() == 1
                        && operands.getFirst() instanceof Expression.Literal(Long number, var skipped104)
                ? -number
                : null;
    }

    /** Path parameters and headers are texts, never objects: {@code %text} tells rules so, and {@code %stack} of an error's details. */
    static Expression text(Expression.Member member) {
        if (member.name().equals("stack")
                && member.object() instanceof Expression.Name(String error, var skipped105)
                && ERRORS.contains(error)) {
            return new Expression.Call(
                    new Expression.Symbol("%stack", member.span()), List.of(Argument.of(member)), member.span());
        }
        return member.object()
                                instanceof
                                Expression.Member(
                                        Expression.Name(String request, var skipped106),
                                        String part,
                                        var skipped107)
                        && REQUESTS.contains(request)
                        && TEXTS.contains(part)
                ? new Expression.Call(
                        new Expression.Symbol("%text", member.span()), List.of(Argument.of(member)), member.span())
                : member;
    }

    /** The form of a call without the idiom, or null if it is none. */
    @Nullable
    Expression call(Expression callee, List<Argument> arguments, Span span) {
        String path = path(callee);
        if (arguments.size() == 1
                && SAME.contains(path)
                && !arguments.getFirst().spread()) {
            return arguments.getFirst().value();
        }
        if (path.equals("Object.create")
                && arguments.size() == 1
                && arguments.getFirst().value() instanceof Expression.Literal(Object nothing, var skipped111)
                && nothing == null) {
            return new Expression.Call(new Expression.Symbol("%bare", span), List.of(), span);
        }
        if (path.equals("Array.from") && arguments.size() == 2) {
            Expression all = new Expression.Call(callee, List.of(arguments.getFirst()), span);
            Expression map = new Expression.Member(all, "map", span);
            List<Argument> each = List.of(arguments.getLast());
            Expression named = call(map, each, span);
            return named != null ? named : new Expression.Call(map, each, span);
        }
        if (path.equals("os.tmpdir")) {
            return Lowering.literal("/tmp", span);
        }
        if (ASSERTIONS.contains(path) && !arguments.isEmpty()) {
            return asserted(path, arguments, span);
        }
        if (!(callee instanceof Expression.Member(Expression object, String name, Span at))) {
            return null;
        }
        if (path.startsWith("Object.") && METHODS.contains(name) && !arguments.isEmpty()) {
            return ofObject(name, arguments, span);
        }
        return switch (name) {
            case "replace" ->
                arguments.isEmpty() || everywhere(arguments.getFirst().value())
                        ? null
                        : new Expression.Call(new Expression.Member(object, "replaceFirst", at), arguments, span);
            case "some", "every" ->
                arguments.size() == 1 && arguments.getFirst().value() instanceof Expression.Function
                        ? ofEach(name, invoked(arguments.getFirst(), element(object, span), span), span)
                        : null;
            case "filter" ->
                arguments.size() == 1 && arguments.getFirst().value() instanceof Expression.Function
                        ? those(object, arguments.getFirst(), span)
                        : null;
            case "map", "flatMap" ->
                arguments.size() == 1 && named(arguments.getFirst())
                        ? new Expression.Call(callee, List.of(Argument.of(calling(arguments.getFirst(), span))), span)
                        : null;
            case "bind" -> arguments.size() <= 1 && isFunction(object) ? object : null;
            case "call" -> arguments.isEmpty() ? null : called(object, arguments, span);
            case "apply" ->
                arguments.size() == 2 && isFunction(object)
                        ? new Expression.Call(
                                object,
                                List.of(new Argument(null, arguments.get(1).value(), true)),
                                span)
                        : null;
            case "then" -> arguments.isEmpty() ? null : then(object, arguments, span);
            case "catch" ->
                arguments.size() == 1
                        ? new Expression.Conditional(
                                unknown(span), object, invoked(arguments.getFirst(), error(span), span), span)
                        : null;
            default -> null;
        };
    }

    /** Whether a replacement goes on behind the first place: with a text it does not. */
    private static boolean everywhere(Expression pattern) {
        return !(pattern instanceof Expression.Literal)
                && !(pattern
                                instanceof
                                Expression.New(
                                        Expression.Symbol type,
                                        List<Argument> given,
                                        var skipped108,
                                        var skipped109)
                        && type.path().equals("RegExp")
                        && given.size() == 2
                        && given.get(1).value() instanceof Expression.Literal(String flags, var skipped110)
                        && !flags.contains("g"));
    }

    private Expression ofObject(String name, List<Argument> arguments, Span span) {
        Expression object = arguments.getFirst().value();
        if (name.equals("hasOwn")) {
            return new Expression.Call(
                    new Expression.Member(object, "hasOwnProperty", span),
                    arguments.subList(1, arguments.size()),
                    span);
        }
        if (!name.equals("assign")) {
            return new Expression.Call(
                    new Expression.Member(object, OWN + name, span), arguments.subList(1, arguments.size()), span);
        }
        for (Argument more : arguments.subList(1, arguments.size())) {
            object = new Expression.Call(new Expression.Member(object, OWN + name, span), List.of(more), span);
        }
        return object;
    }

    /** {@code f.call(this, a)}, {@code Array.prototype.slice.call(list, a)}, {@code Base.call(this, a)}. */
    private @Nullable Expression called(Expression object, List<Argument> arguments, Span span) {
        List<Argument> rest = arguments.subList(1, arguments.size());
        Expression self = arguments.getFirst().value();
        if (object
                        instanceof
                        Expression.Member(
                                Expression.Member(var skipped1, String prototype, var skipped2),
                                String name,
                                var skipped3)
                && prototype.equals("prototype")) {
            return new Expression.Call(new Expression.Member(self, name, span), rest, span);
        }
        return isFunction(object) ? new Expression.Call(object, rest, span) : null;
    }

    private static boolean named(Argument function) {
        return !function.spread()
                && (function.value() instanceof Expression.Name
                        || function.value() instanceof Expression.Member
                        || function.value() instanceof Expression.Symbol);
    }

    /** {@code f} as {@code x => f(x)}. */
    private static Expression calling(Argument function, Span span) {
        Expression.Name each = new Expression.Name("%each", span);
        return new Expression.Function(
                new FunctionDeclaration(
                        FunctionDeclaration.LAMBDA + span.line(),
                        List.of(new Parameter(each, null, null, Parameter.Kind.ONE, List.of(), span)),
                        new Statement.Block(List.of(new Statement.Return(invoked(function, each, span), span))),
                        null,
                        List.of(),
                        true,
                        false,
                        span),
                span);
    }

    private static boolean isFunction(Expression value) {
        return value instanceof Expression.Name
                || value instanceof Expression.Member
                || value instanceof Expression.Function
                || value instanceof Expression.Symbol;
    }

    private static Expression then(Expression promise, List<Argument> arguments, Span span) {
        Expression done = invoked(arguments.getFirst(), promise, span);
        return arguments.size() == 1
                ? done
                : new Expression.Conditional(unknown(span), done, invoked(arguments.get(1), error(span), span), span);
    }

    private static Expression invoked(Argument function, Expression given, Span span) {
        return new Expression.Call(function.value(), List.of(Argument.of(given)), span);
    }

    /** What a promise is broken with. */
    private static Expression error(Span span) {
        return new Expression.Call(new Expression.Symbol("%error", span), List.of(), span);
    }

    private static Expression unknown(Span span) {
        return new Expression.Unknown(List.of(), span);
    }

    /** Goes on only if something is true, or two are equal. */
    private static Expression asserted(String path, List<Argument> arguments, Span span) {
        Expression test = arguments.getFirst().value();
        if (path.endsWith("qual") && arguments.size() > 1) {
            test = new Expression.Operation("==", List.of(test, arguments.get(1).value()), span);
        }
        return new Expression.Conditional(
                test,
                Lowering.literal(null, span),
                new Expression.Call(new Expression.Symbol("%throw", span), List.of(), span),
                span);
    }

    private static Expression element(Expression list, Span span) {
        return new Expression.Element(list, unknown(span), span);
    }

    /** What holds of every element, or of none, holds of all of them. */
    private static Expression ofEach(String name, Expression asked, Span span) {
        String method = name.equals("every") ? "%of-each" : "%of-any";
        return new Expression.Call(new Expression.Member(asked, method, span), List.of(), span);
    }

    /** {@code list.filter(f)}: those elements for which the answer is true. */
    private Expression those(Expression list, Argument test, Span span) {
        Expression.Name each = new Expression.Name(lowering.scope.function.temporary(), span);
        return new Expression.Comprehension(
                Expression.Collection.Kind.LIST,
                List.of(new Expression.Comprehension.Clause(each, list, List.of(invoked(test, each, span)))),
                null,
                each,
                span);
    }

    /** {@code new Promise(f)}: f is called with functions that keep what they are given, and that is the value. */
    @Nullable
    Expression create(Expression type, List<Argument> arguments, Span span) {
        if (!path(type).equals("Promise") || arguments.size() != 1) {
            return null;
        }
        Expression.Name kept = new Expression.Name(lowering.scope.function.temporary(), span);
        lowering.declare(kept.name(), null, null, span);
        List<Argument> functions =
                List.of(Argument.of(function("resolve", kept, span)), Argument.of(function("reject", null, span)));
        return new Expression.Operation(
                ",", List.of(new Expression.Call(arguments.getFirst().value(), functions, span), kept), span);
    }

    private static Expression function(String name, Expression.@Nullable Name kept, Span span) {
        Expression.Name value = new Expression.Name("%value", span);
        Statement body = kept == null
                ? Statement.nothing()
                : new Statement.Block(List.of(new Statement.Evaluate(new Expression.Assignment(kept, value, span))));
        return new Expression.Function(
                new FunctionDeclaration(
                        name,
                        List.of(new Parameter(value, null, null, Parameter.Kind.ONE, List.of(), span)),
                        body,
                        null,
                        List.of(),
                        true,
                        false,
                        span),
                span);
    }

    private String path(Expression callee) {
        return switch (callee) {
            case Expression.Name name -> lowering.types.full(name.name());
            case Expression.Member member -> path(member.object()) + "." + member.name();
            case Expression.Symbol symbol -> symbol.path();
            default -> "";
        };
    }
}
