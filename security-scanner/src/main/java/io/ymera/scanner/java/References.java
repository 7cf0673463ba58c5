package io.ymera.scanner.java;

import com.google.re2j.Pattern;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Call;
import io.ymera.scanner.ir.Expression.Collection;
import io.ymera.scanner.ir.Expression.Conditional;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.New;
import io.ymera.scanner.ir.Expression.Symbol;
import io.ymera.scanner.ir.Expression.Unknown;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * References to methods as functions. {@code Type::method} may take the object as its first argument or not; where the type is not of this file, its
 * name and the method's say which, and if they don't, both are possible.
 */
final class References {

    private static final String FIRST = "%it";
    private static final String REST = "%rest";

    private static final Set<String> STATIC_OF_STRING = Set.of("valueOf", "format", "join", "copyValueOf");
    private static final Pattern STATIC_METHODS =
            Pattern.compile("(parse|valueOf|from|copyOf|create|escape|encode|decode|"
                    + "quote|requireNonNull|of[A-Z]|for[A-Z]).*|of|isNull|nonNull");
    private static final Pattern STATIC_TYPES = Pattern.compile(".*(Utils?|Helper|Encoder|Escapers?|"
            + "\\.(Objects|Files|Paths|Collections|Arrays|Executors|Collectors|Math|System))");
    private static final Pattern OBJECT_METHODS = Pattern.compile("(get|is|has|to|strip|trim|with|add|as)([A-Z].*)?|"
            + "length|size|name|hashCode|equals|stream|close|run|call|accept|apply|test|compareTo|contains|startsWith|"
            + "endsWith|concat|.*Value");

    private final TypeNames types;
    private final Expressions expressions;

    References(TypeNames types, Expressions expressions) {
        this.types = types;
        this.expressions = expressions;
    }

    Expression of(Node node) {
        List<Node> parts = node.parts();
        if (parts.isEmpty()) {
            return expressions.unknown(node);
        }
        Node object = parts.getFirst();
        Span span = node.span();
        if (node.has("new")) {
            boolean array = object.is("array_type");
            Expression made = array
                    ? new Collection(Collection.Kind.LIST, List.of(), span)
                    : new New(expressions.typeSymbol(object), List.of(rest(span)), null, span);
            return function(false, made, span);
        }
        String method = parts.getLast().text();
        boolean isType = object.is("generic_type") || object.is("array_type");
        Expression on = isType ? expressions.typeSymbol(object) : expressions.of(object);
        if (!(on instanceof Symbol type)) {
            return function(false, new Call(new Member(on, method, span), List.of(rest(span)), span), span);
        }
        Expression byType =
                new Call(new Member(on, method, span), List.of(Argument.of(new Name(FIRST, span)), rest(span)), span);
        Expression byObject = new Call(new Member(new Name(FIRST, span), method, span), List.of(rest(span)), span);
        return switch (kind(type.path(), method)) {
            case STATIC -> function(false, new Call(new Member(on, method, span), List.of(rest(span)), span), span);
            case OBJECT -> function(type.path(), byObject, span);
            case EITHER -> function(true, new Conditional(new Unknown(List.of(), span), byType, byObject, span), span);
        };
    }

    private enum Kind {
        STATIC,
        OBJECT,
        EITHER
    }

    private Kind kind(String type, String method) {
        Declared known = types.declared(type);
        Boolean isStatic = known == null ? null : known.methods.get(method);
        if (isStatic != null) {
            return isStatic ? Kind.STATIC : Kind.OBJECT;
        }
        if (type.equals("java.lang.String")) {
            return STATIC_OF_STRING.contains(method) ? Kind.STATIC : Kind.OBJECT;
        }
        if (STATIC_TYPES.matches(type) || STATIC_METHODS.matches(method)) {
            return Kind.STATIC;
        }
        return OBJECT_METHODS.matches(method) ? Kind.OBJECT : Kind.EITHER;
    }

    private static Argument rest(Span span) {
        return new Argument(null, new Name(REST, span), true);
    }

    private Expression function(boolean first, Expression value, Span span) {
        return function(first ? List.of(parameter(FIRST, null, span)) : List.of(), value, span);
    }

    private Expression function(String typeOfFirst, Expression value, Span span) {
        return function(List.of(parameter(FIRST, typeOfFirst, span)), value, span);
    }

    private static Expression function(List<Parameter> first, Expression value, Span span) {
        List<Parameter> all = new ArrayList<>(first);
        all.add(new Parameter(new Name(REST, span), null, null, Parameter.Kind.REST, List.of(), span));
        FunctionDeclaration declaration = new FunctionDeclaration(
                FunctionDeclaration.LAMBDA + span.line(),
                all,
                new Statement.Return(value, span),
                null,
                List.of(),
                false,
                false,
                span);
        return new Expression.Function(declaration, span);
    }

    private static Parameter parameter(String name, @Nullable String type, Span span) {
        return new Parameter(new Name(name, span), type, null, Parameter.Kind.ONE, List.of(), span);
    }
}
