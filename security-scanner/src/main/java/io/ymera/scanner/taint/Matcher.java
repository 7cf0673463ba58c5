package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.regex.Backtracking;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicate;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds sites against the conditions of models and rules. */
final class Matcher {

    private static final Set<String> CONVERSIONS = Set.of(
            "encode", "decode", "strip", "lower", "upper", "getBytes", "toCharArray", "trim", "toString", "format");

    private static final Expression NOTHING = new Expression.Literal(null, new Span(1, 1, 1, 1));

    /** Make a text of what they are given. */
    private static final Set<String> SERIALIZERS = Set.of("stringify", "dumps", "String", "str", "%text");

    private static final Set<String> FALLBACKS = Set.of("||", "??");

    private final Program program;
    private final Deep deep;
    /** Answers about expressions, which are asked about again and again. */
    private final Map<String, Boolean> backtracking = new HashMap<>();

    Matcher(Program program, Deep deep) {
        this.program = program;
        this.deep = deep;
    }

    /** Whether all conditions hold; {@code kind} is that of the rule, or null. */
    boolean holds(List<Predicate.Condition> where, Site site, State state, @Nullable String kind) {
        for (Predicate.Condition condition : where) {
            if (!holds(condition, site, state, kind)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Predicate.Condition condition, Site site, State state, @Nullable String kind) {
        if (condition.selector().kind() == Selector.Kind.ANY) {
            return parts(condition.selector(), site, state).stream()
                    .anyMatch(part -> holds(condition.predicate(), part, state, kind));
        }
        if (condition.selector().kind() == Selector.Kind.RESULT_NAME) {
            Expression name = new Expression.Name(site.resultName(), site.span());
            return holds(condition.predicate(), Site.Given.of(Value.constant(site.resultName()), name), state, kind);
        }
        List<Site.Given> parts = parts(condition.selector(), site, state);
        boolean keyword = condition.selector().kind() == Selector.Kind.KEYWORD;
        if (parts.isEmpty() && keyword && site.arguments().stream().anyMatch(Matcher::options)) {
            // It may be among those that are spread
            return holds(condition.predicate(), Site.Given.of(Value.UNKNOWN, NOTHING), state, kind);
        }
        if (condition.selector().path().contains(Selector.EACH)) {
            return condition.predicate() instanceof Predicate.Not none
                    ? parts.stream().noneMatch(part -> holds(none.inner(), part, state, kind))
                    : parts.stream().anyMatch(part -> holds(condition.predicate(), part, state, kind));
        }
        return holds(condition.predicate(), parts.isEmpty() ? null : parts.getFirst(), state, kind);
    }

    private static boolean options(Site.Given argument) {
        return argument.spread() && argument.name() != null;
    }

    /** The parts that a selector means; none if there is no such argument or member. */
    List<Site.Given> parts(Selector selector, Site site, State state) {
        List<Site.Given> found = new ArrayList<>();
        switch (selector.kind()) {
            case POSITION -> position(site.arguments(), selector.position(), found);
            case KEYWORD ->
                site.arguments().stream()
                        .filter(argument -> selector.name().equals(argument.name()))
                        .forEach(found::add);
            case RECEIVER -> add(site.receiver(), found);
            case VALUE, RESULT, CALLBACK -> add(site.value(), found);
            case KEY -> add(site.key(), found);
            case ANY -> found.addAll(site.arguments());
            case RESULT_NAME -> {}
        }
        for (String member : selector.path()) {
            List<Site.Given> members = new ArrayList<>();
            for (Site.Given part : found) {
                if (member.equals(Selector.EACH)) {
                    part.value().objects().stream()
                            .flatMap(id -> state.object(id).items().stream())
                            .forEach(item -> members.add(Site.Given.of(item, part.expression())));
                    continue;
                }
                Value value = deep.entry(part.value(), member, state);
                if (value != null) {
                    members.add(Site.Given.of(value, part.expression()));
                }
            }
            found = members;
        }
        return found;
    }

    private static void position(List<Site.Given> arguments, int position, List<Site.Given> found) {
        int at = 0;
        for (Site.Given argument : arguments) {
            if (argument.spread()) {
                found.add(argument);
                return;
            }
            if (argument.name() == null && at++ == position) {
                found.add(argument);
                return;
            }
        }
    }

    private static void add(Site.@Nullable Given part, List<Site.Given> found) {
        if (part != null) {
            found.add(part);
        }
    }

    private boolean holds(Predicate predicate, Site.@Nullable Given part, State state, @Nullable String kind) {
        return switch (predicate) {
            case Predicate.Absent it -> it.wanted() == (part == null);
            case Predicate.Not it -> !holds(it.inner(), part, state, kind);
            case Predicate.Any it -> it.inner().stream().anyMatch(each -> holds(each, part, state, kind));
            case Predicate.All it -> it.inner().stream().allMatch(each -> holds(each, part, state, kind));
            case Predicate.Constant it ->
                it.wanted() == (part != null && (text(part.value()) || fallback(part.expression())));
            default -> part != null && given(predicate, part, state, kind);
        };
    }

    private boolean given(Predicate predicate, Site.Given part, State state, @Nullable String kind) {
        Value value = part.value();
        return switch (predicate) {
            case Predicate.Is it -> constants(value).stream().anyMatch(each -> equal(it.values(), each));
            case Predicate.Matches it ->
                constants(value).stream()
                        .anyMatch(each ->
                                each instanceof String text && it.pattern().matches(text));
            case Predicate.Below it ->
                constants(value).stream()
                        .anyMatch(each -> each instanceof Number number && number.doubleValue() < it.limit());
            case Predicate.Bits it ->
                constants(value).stream().anyMatch(each -> each instanceof Long number && (number & it.mask()) != 0);
            case Predicate.Defines it ->
                deep.types(value, state).stream().anyMatch(type -> program.method(type, it.method(), -1) != null);
            case Predicate.Type it ->
                deep.types(value, state).stream()
                        .flatMap(type -> program.withSupertypes(type).stream())
                        .anyMatch(it.names()::contains);
            case Predicate.SymbolIs it -> value.symbol() != null && it.names().contains(value.symbol());
            case Predicate.Named it -> names(part.expression(), 0).stream().anyMatch(it.pattern()::matches);
            case Predicate.Marked it -> deep.marked(value, it.mark(), state);
            case Predicate.Tainted it ->
                it.wanted()
                        == deep.taints(value, state).stream()
                                .anyMatch(taint ->
                                        kind == null ? taint.sent() && taint.harms(Model.ALL) : taint.harms(kind));
            case Predicate.From it ->
                deep.taints(value, state).stream()
                        .anyMatch(taint -> it.sources().contains(taint.origin().what())
                                && taint.harms(kind == null ? Model.ALL : kind));
            case Predicate.Direct it ->
                it.wanted()
                        == whole(value, state).stream()
                                .anyMatch(taint -> taint.direct() && (kind == null || taint.harms(kind)));
            case Predicate.Prefix it ->
                value.prefix() != null && it.pattern().matcher(value.prefix()).lookingAt();
            case Predicate.Written it ->
                Texts.in(part.expression())
                        .anyMatch(text -> it.pattern().matcher(text).find());
            case Predicate.Backtracks it ->
                constants(value).stream()
                        .anyMatch(each -> each instanceof String text
                                && backtracking.computeIfAbsent(
                                        it.whole() + text, key -> Backtracking.exponential(text, it.whole())));
            case Predicate.Lenient it ->
                constants(value).stream()
                        .anyMatch(each -> each instanceof String text && HostPatterns.lenient(text, false));
            case Predicate.Map it ->
                it.wanted()
                        == (!value.objects().isEmpty()
                                && value.objects().stream()
                                        .allMatch(id -> state.object(id).kind() == HeapObject.Kind.MAP));
            case Predicate.Unbounded it ->
                Bounds.numbers(deep.taints(value, state)).stream().anyMatch(taint -> taint.harms(Bounds.SIZE));
            case Predicate.Answers it ->
                value.functions().stream().anyMatch(each -> it.value().equals(answer(each.declaration())));
            default -> throw new IllegalStateException("Was looked at before: " + predicate);
        };
    }

    /** The constant that a function gives back, or to the function that it is given last, and does nothing else; or null. */
    private static @Nullable Object answer(FunctionDeclaration function) {
        if (Answers.given(function)) {
            return Answers.GIVEN;
        }
        Object direct = answer(function.body());
        if (direct != null && direct != Predicates.NULL || function.parameters().isEmpty()) {
            return direct;
        }
        String last = function.parameters().getLast().name();
        Object given = called(function.body(), last);
        return given == null ? direct : given;
    }

    private static @Nullable Object called(Statement body, String name) {
        Expression call =
                switch (body) {
                    case Statement.Block it
                    when it.statements().size() == 1 -> {
                        yield it.statements().getFirst() instanceof Statement.Evaluate only
                                ? only.expression()
                                : it.statements().getFirst() instanceof Statement.Return only ? only.value() : null;
                    }
                    case Statement.Evaluate it -> it.expression();
                    case Statement.Return it -> it.value();
                    default -> null;
                };
        return call instanceof Expression.Call it
                        && it.callee() instanceof Expression.Name(String callee, var skipped1)
                        && callee.equals(name)
                        && !it.arguments().isEmpty()
                        && it.arguments().getLast().value() instanceof Expression.Literal(Object value, var skipped2)
                ? value
                : null;
    }

    /** The constant that a body gives back and does nothing else, or null. */
    private static @Nullable Object answer(Statement body) {
        return switch (body) {
            case Statement.Block it
            when it.statements().size() == 1 -> answer(it.statements().getFirst());
            case Statement.Block it when it.statements().isEmpty() -> Predicates.NULL;
            case Statement.Return it when it.value() == null -> Predicates.NULL;
            case Statement.Return it
            when it.value() instanceof Expression.Literal literal ->
                literal.value() == null ? Predicates.NULL : literal.value();
            default -> null;
        };
    }

    private static boolean text(Value value) {
        return value.constantOnly() instanceof String text && !text.isEmpty();
    }

    /** Whether it is a text that somebody wrote down, if nothing else is found. */
    private static boolean fallback(Expression expression) {
        return expression instanceof Expression.Operation it
                && FALLBACKS.contains(it.operator())
                && it.operands().getLast() instanceof Expression.Literal(String text, var skipped)
                && !text.isEmpty();
    }

    /** Data that is all of a value, or of an object. */
    private static List<Taint> whole(Value value, State state) {
        List<Taint> whole = value.taints();
        for (int id : value.objects()) {
            // Who puts members over it decides about these
            HeapObject object = state.object(id);
            boolean own = object.entries().entrySet().stream()
                    .anyMatch(entry -> !String.valueOf(entry.getKey()).startsWith("%")
                            && entry.getValue().taints().isEmpty());
            whole = own ? whole : Taints.join(whole, object.taints());
        }
        return whole;
    }

    private static Set<Object> constants(Value value) {
        return value.constants() == null ? Set.of() : value.constants();
    }

    private static boolean equal(Set<Object> wanted, Object constant) {
        if (wanted.contains(constant)) {
            return true;
        }
        return constant instanceof Number number
                && wanted.stream()
                        .anyMatch(each -> each instanceof Number other && other.doubleValue() == number.doubleValue());
    }

    /** The names of what is given: of {@code password.encode()} that of the password too, of a text those of its parts. */
    private static List<String> names(Expression expression, int depth) {
        List<String> names = new ArrayList<>(List.of(lastName(expression)));
        if (depth < 3) {
            switch (expression) {
                case Expression.Call it
                when it.callee() instanceof Expression.Member callee && CONVERSIONS.contains(callee.name()) ->
                    names.addAll(names(callee.object(), depth + 1));
                case Expression.Call it
                when SERIALIZERS.contains(lastName(it)) && !it.arguments().isEmpty() ->
                    names.addAll(names(it.arguments().getFirst().value(), depth + 1));
                case Expression.Text it -> it.parts().forEach(part -> names.addAll(names(part, depth + 1)));
                case Expression.Operation it
                when it.operator().equals("+") -> it.operands().forEach(part -> names.addAll(names(part, depth + 1)));
                default -> {}
            }
        }
        return names;
    }

    static String lastName(Expression expression) {
        return switch (expression) {
            case Expression.Name it -> it.name();
            case Expression.Member it -> it.name();
            case Expression.Symbol it -> it.path().substring(it.path().lastIndexOf('.') + 1);
            case Expression.Call it -> lastName(it.callee());
            case Expression.Element it
            when it.index() instanceof Expression.Literal index ->
                String.valueOf(index.value() == null ? Predicates.NULL : index.value());
            case Expression.Element it -> lastName(it.object());
            default -> "";
        };
    }
}
