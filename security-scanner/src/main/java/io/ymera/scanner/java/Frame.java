package io.ymera.scanner.java;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.Symbol;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A method that is being brought into the common form, with the lambdas in it: what names mean at this place. */
final class Frame {

    /** Of a variable that holds the object around an anonymous or local class. */
    private static final String OUTER = "%this:";

    private final TypeNames types;
    private final Declared owner;
    private final Map<String, @Nullable Node> typeVariables;
    /** The method around this one's class, if that is a local or anonymous one. */
    private final @Nullable Frame outer;

    private Scope scope = new Scope(null);
    private List<Statement> ahead = new ArrayList<>();
    private @Nullable Function<Expression, Statement> yield;
    private boolean objectWanted;

    Frame(TypeNames types, Declared owner, Map<String, @Nullable Node> typeVariables, @Nullable Frame outer) {
        this.types = types;
        this.owner = owner;
        this.typeVariables = typeVariables;
        this.outer = outer;
    }

    Declared owner() {
        return owner;
    }

    @Nullable
    Frame outer() {
        return outer;
    }

    Scope scope() {
        return scope;
    }

    /** Does something in a block of its own. */
    <T> T inBlock(Supplier<T> work) {
        scope = new Scope(scope);
        try {
            return work.get();
        } finally {
            scope = Objects.requireNonNull(scope.parent);
        }
    }

    /** Lets a statement stand in front of the one that is being looked at. */
    void ahead(Statement statement) {
        ahead.add(statement);
    }

    /** A statement with those that have to stand in front of it. */
    Statement withAhead(Supplier<Statement> work) {
        List<Statement> before = ahead;
        ahead = new ArrayList<>();
        try {
            Statement made = work.get();
            if (ahead.isEmpty()) {
                return made;
            }
            ahead.add(made);
            return new Statement.Block(List.copyOf(ahead));
        } finally {
            ahead = before;
        }
    }

    /** What {@code yield} does in what is looked at now. */
    <T> T yielding(@Nullable Function<Expression, Statement> how, Supplier<T> work) {
        Function<Expression, Statement> before = yield;
        yield = how;
        try {
            return work.get();
        } finally {
            yield = before;
        }
    }

    Statement yield(Expression value) {
        return yield == null ? new Statement.Evaluate(value) : yield.apply(value);
    }

    /** Statements that a method begins with because of what was found in it. */
    List<Statement> prologue(Span span) {
        return objectWanted
                ? List.of(new Statement.Declare(OUTER + owner.name, owner.name, new Name(Name.THIS, span), span))
                : List.of();
    }

    /** The full name of a type, or null; see {@link TypeNames#erased}. */
    @Nullable
    String type(Node node) {
        String dimensions = node.is("array_type") ? TypeNames.dimensions(node) : "";
        Node element = node.is("array_type") ? node.at("element").orElse(node) : node;
        if (element.is("type_identifier") || element.is("identifier")) {
            String name = element.text();
            if (typeVariables.containsKey(name)) {
                Node bound = typeVariables.get(name);
                String erased =
                        bound == null || typeVariables.containsKey(bound.text()) ? null : types.erased(bound, owner);
                return erased == null ? null : erased + dimensions;
            }
        }
        Declared local = localClass(TypeNames.dotted(innermost(element)));
        return local != null ? local.name + dimensions : types.erased(node, owner);
    }

    private static Node innermost(Node type) {
        return type.is("generic_type") && !type.parts().isEmpty() ? type.parts().getFirst() : type;
    }

    private @Nullable Declared localClass(String simple) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            Declared found = frame.scope.localClass(simple);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A type by its simple name, as a value's beginning. */
    Optional<Expression> typeSymbol(String simple, Span span) {
        Declared local = localClass(simple);
        String found = local != null ? local.name : types.resolve(simple, owner);
        return Optional.ofNullable(found).map(name -> new Symbol(name, span));
    }

    /** A variable, a field or an imported constant; nothing if none of this name is known. */
    Optional<Expression> variable(String name, Span span) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            if (frame.scope.has(name)) {
                return Optional.of(new Name(name, span));
            }
            Optional<Expression> found = frame.member(name, span, this, (one, member) -> one.fields.get(member));
            if (found.isPresent()) {
                return found;
            }
        }
        String imported = types.staticImport(name);
        return Optional.ofNullable(imported).map(type -> new Member(new Symbol(type, span), name, span));
    }

    /** A variable's type, if it is one of a function and says so. */
    @Nullable
    String typeOfVariable(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            if (frame.scope.has(name)) {
                return frame.scope.type(name);
            }
        }
        return null;
    }

    /** A field that nobody in sight declares: it is inherited from a class elsewhere, or imported with all others. */
    Optional<Expression> inheritedVariable(String name, Span span) {
        Optional<Expression> object = heir(span);
        if (object.isPresent()) {
            return object.map(of -> new Member(of, name, span));
        }
        return types.staticWildcard().map(type -> new Member(new Symbol(type, span), name, span));
    }

    /** A method that is called without an object. */
    Expression method(String name, Span span) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            Optional<Expression> found = frame.member(name, span, this, (one, member) -> one.methods.get(member));
            if (found.isPresent()) {
                return found.get();
            }
        }
        String imported = types.staticImport(name);
        if (imported != null) {
            return new Member(new Symbol(imported, span), name, span);
        }
        Expression object = heir(span)
                .or(() -> types.staticWildcard().map(type -> new Symbol(type, span)))
                .orElse(new Name(Name.THIS, span));
        return new Member(object, name, span);
    }

    /** {@code Outer.this}. */
    Expression object(String className, Span span) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            if (frame.owner.name.equals(className)) {
                return frame.self(this, span);
            }
        }
        return new Symbol(className, span);
    }

    private Optional<Expression> member(
            String name, Span span, Frame from, BiFunction<Declared, String, @Nullable Boolean> kind) {
        for (Declared one = owner; one != null && (outer == null || one != outer.owner); one = one.enclosing) {
            Declared holder = holder(one, name, kind, 0);
            if (holder != null) {
                boolean isStatic = Boolean.TRUE.equals(kind.apply(holder, name));
                Expression object = isStatic || one != owner ? new Symbol(holder.name, span) : self(from, span);
                return Optional.of(new Member(object, name, span));
            }
        }
        return Optional.empty();
    }

    private @Nullable Declared holder(
            Declared one, String name, BiFunction<Declared, String, @Nullable Boolean> kind, int depth) {
        if (kind.apply(one, name) != null) {
            return one;
        }
        for (String supertype : one.supers) {
            Declared known = depth > 20 ? null : types.declared(supertype);
            Declared found = known == null ? null : holder(known, name, kind, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The object of this method, as seen from a method of a class within it. */
    private Expression self(Frame from, Span span) {
        if (from == this) {
            return new Name(Name.THIS, span);
        }
        objectWanted = true;
        return new Name(OUTER + owner.name, span);
    }

    /** The innermost object that may have inherited something from a class that is not in sight. */
    private Optional<Expression> heir(Span span) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            for (Declared one = frame.owner;
                    one != null && (frame.outer == null || one != frame.outer.owner);
                    one = one.enclosing) {
                if (inheritsUnseen(one, 0)) {
                    return Optional.of(one == frame.owner ? frame.self(this, span) : new Symbol(one.name, span));
                }
            }
        }
        return Optional.empty();
    }

    private boolean inheritsUnseen(Declared one, int depth) {
        for (String supertype : one.supers) {
            Declared known = depth > 20 ? null : types.declared(supertype);
            if (known == null ? !supertype.startsWith("java.") : inheritsUnseen(known, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
