package io.ymera.scanner.python;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls; those of a superclass's methods and of {@code format} in forms that all languages have. */
final class Calls {

    private final Lowering file;
    private final Expressions expressions;
    private final Strings strings;

    Calls(Lowering file, Expressions expressions, Strings strings) {
        this.file = file;
        this.expressions = expressions;
        this.strings = strings;
    }

    Expression lower(Node node) {
        Optional<Node> function = node.at("function");
        Optional<Node> list = node.at("arguments");
        if (function.isEmpty() || list.isEmpty()) {
            return expressions.unknown(node);
        }
        Node callee = function.get();
        if (callee.is("attribute")) {
            Optional<Expression> special =
                    text(callee, list.get(), node).or(() -> superclass(callee, list.get(), node));
            if (special.isPresent()) {
                return special.get();
            }
        }
        List<Argument> arguments = arguments(list.get());
        boolean named = callee.is("identifier") || callee.is("attribute");
        @Nullable String name = named ? file.types.dotted(callee, file.scope()) : null;
        return (name == null ? Optional.<Expression>empty() : Idioms.of(name, arguments, node.span()))
                .orElseGet(() -> new Expression.Call(callee(callee), arguments, node.span()));
    }

    /** In a class method, a call of its first parameter makes an object. */
    private Expression callee(Node callee) {
        if (callee.is("identifier")) {
            @Nullable Scope home = file.scope().of(callee.text());
            if (home != null && home.classReceiver && callee.text().equals(home.receiver)) {
                @Nullable Scope type = home.surroundingClass();
                if (type != null) {
                    return new Expression.Symbol(type.path, callee.span());
                }
            }
        }
        return expressions.lower(callee);
    }

    /** {@code "…{}".format(x)}. */
    private Optional<Expression> text(Node callee, Node list, Node node) {
        Optional<Node> object = callee.at("object");
        boolean format = callee.at("attribute").map(Node::text).orElse("").equals("format");
        if (!format || object.isEmpty() || !Strings.written(object.get())) {
            return Optional.empty();
        }
        List<Argument> arguments = arguments(list);
        return strings.format(object.get(), arguments, node.span())
                .or(() -> Optional.of(new Expression.Call(expressions.lower(callee), arguments, node.span())));
    }

    /** {@code Base.method(self, x)} is {@code super().method(x)}. */
    private Optional<Expression> superclass(Node callee, Node list, Node node) {
        @Nullable Scope type = file.scope().surroundingClass();
        List<Node> given = Lowering.parts(list);
        Optional<Node> object = callee.at("object");
        if (type == null || given.isEmpty() || object.isEmpty() || list.is("generator_expression")) {
            return Optional.empty();
        }
        @Nullable
        Scope home = given.getFirst().is("identifier")
                ? file.scope().of(given.getFirst().text())
                : null;
        if (home == null || !given.getFirst().text().equals(home.receiver)) {
            return Optional.empty();
        }
        @Nullable
        String name = object.get().is("identifier") || object.get().is("attribute")
                ? file.types.dotted(object.get(), file.scope())
                : null;
        if (name == null || !type.supertypes.contains(name)) {
            return Optional.empty();
        }
        String method = callee.at("attribute").map(Node::text).orElse("");
        Expression member = new Expression.Member(
                new Expression.Name(Expression.Name.SUPER, object.get().span()),
                method.equals("__init__") ? FunctionDeclaration.CONSTRUCTOR : method,
                callee.span());
        List<Argument> arguments = arguments(list);
        return Optional.of(new Expression.Call(member, arguments.subList(1, arguments.size()), node.span()));
    }

    /** Those of a call or a decorator. */
    List<Argument> arguments(Node list) {
        if (list.is("generator_expression")) {
            return List.of(Argument.of(expressions.lower(list)));
        }
        List<Argument> arguments = new ArrayList<>();
        for (Node part : Lowering.parts(list)) {
            Optional<Node> inner = Lowering.parts(part).stream().findFirst();
            switch (part.type()) {
                case "keyword_argument" ->
                    arguments.add(new Argument(
                            part.at("name").map(Node::text).orElse(""),
                            expressions.lower(part.at("value"), part),
                            false));
                case "list_splat", "parenthesized_list_splat" ->
                    arguments.add(new Argument(null, expressions.lower(inner, part), true));
                case "dictionary_splat" -> arguments.add(new Argument("**", expressions.lower(inner, part), true));
                default -> arguments.add(Argument.of(expressions.lower(part)));
            }
        }
        return arguments;
    }
}
