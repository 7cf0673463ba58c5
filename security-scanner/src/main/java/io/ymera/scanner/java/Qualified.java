package io.ymera.scanner.java;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.Symbol;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names, simple and dotted, which may be variables, fields, types or packages (the Java Language Specification, 6.5). */
final class Qualified {

    private final TypeNames types;
    private final Frame frame;
    private final Expressions expressions;

    Qualified(TypeNames types, Frame frame, Expressions expressions) {
        this.types = types;
        this.frame = frame;
        this.expressions = expressions;
    }

    Expression of(Node node) {
        if (node.is("identifier")) {
            return simple(node);
        }
        List<Node> chain = chain(node);
        if (chain.isEmpty()) {
            return member(node);
        }
        return dotted(chain);
    }

    private Expression simple(Node node) {
        String name = node.text();
        return known(node)
                .or(() -> isConstant(name) || startsLower(name)
                        ? frame.inheritedVariable(name, node.span())
                        : Optional.empty())
                .orElseGet(() -> startsLower(name) ? new Name(name, node.span()) : new Symbol(name, node.span()));
    }

    private Optional<Expression> known(Node node) {
        return frame.variable(node.text(), node.span()).or(() -> frame.typeSymbol(node.text(), node.span()));
    }

    /** {@code a().b}, {@code this.x}, {@code Outer.this}: a member of something that is no name. */
    private Expression member(Node node) {
        Optional<Node> object = node.at("object");
        Optional<Node> field = node.at("field");
        if (object.isEmpty() || field.isEmpty()) {
            return expressions.unknown(node);
        }
        if (field.get().is("this")) {
            String name = frame.type(object.get());
            return frame.object(name == null ? object.get().text() : name, node.span());
        }
        if (field.get().is("super") || node.has("super")) {
            return new Member(new Name(Name.SUPER, node.span()), field.get().text(), node.span());
        }
        return field(expressions.of(object.get()), field.get().text(), node);
    }

    /** The length of an array is asked for like that of other things. */
    private static Expression field(Expression object, String name, Node node) {
        Expression member = new Member(object, name, node.span());
        boolean own = object instanceof Name self && self.name().equals(Name.THIS);
        return name.equals("length") && !own && !(object instanceof Symbol)
                ? new Expression.Call(member, List.of(), node.span())
                : member;
    }

    /** The nodes of a dotted name from left to right, each with all that is left of it; empty if it is more than names. */
    private static List<Node> chain(Node node) {
        List<Node> all = new ArrayList<>();
        Node next = node;
        while (next.is("field_access") || next.is("scoped_identifier")) {
            Optional<Node> last = next.at(next.is("field_access") ? "field" : "name");
            Node before = next.parts().getFirst();
            if (last.isEmpty()
                    || !last.get().is("identifier")
                    || next.has("super")
                    || next.parts().size() != 2) {
                return List.of();
            }
            all.add(next);
            next = before;
        }
        if (!next.is("identifier")) {
            return List.of();
        }
        all.add(next);
        return all.reversed();
    }

    private static String name(Node node) {
        return node.is("identifier") ? node.text() : node.parts().getLast().text();
    }

    private Expression dotted(List<Node> chain) {
        Optional<Expression> first = known(chain.getFirst());
        if (first.isPresent()) {
            return members(first.get(), chain, 1);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < chain.size(); i++) {
            String name = name(chain.get(i));
            path.append(i == 0 ? "" : ".").append(name);
            if (!startsLower(name) && (i > 0 || !isConstant(name)) || types.isType(path.toString())) {
                return members(new Symbol(path.toString(), chain.get(i).span()), chain, i + 1);
            }
        }
        return members(simple(chain.getFirst()), chain, 1);
    }

    private Expression members(Expression start, List<Node> chain, int from) {
        Expression made = start;
        for (int i = from; i < chain.size(); i++) {
            String name = name(chain.get(i));
            String path = made instanceof Symbol symbol ? symbol.path() + "." + name : "";
            boolean isType = !path.isEmpty() && (types.isType(path) || looksLikeType(name));
            made = isType ? new Symbol(path, chain.get(i).span()) : field(made, name, chain.get(i));
        }
        return made;
    }

    private static boolean startsLower(String name) {
        return !name.isEmpty() && !Character.isUpperCase(name.charAt(0));
    }

    private static boolean isConstant(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** {@code Entry} of {@code Map.Entry}, not {@code INFO} of {@code Level.INFO}. */
    private static boolean looksLikeType(String name) {
        return !startsLower(name) && !isConstant(name);
    }
}
