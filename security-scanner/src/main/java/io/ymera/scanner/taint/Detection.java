package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Rule;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds what code does against the rules, and reports what they find. */
final class Detection {

    private final Interpreter interpreter;
    private final Program program;

    Detection(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
    }

    /** Holds a call against the rules on such. */
    void called(Site site, Frame frame, State state) {
        for (Rule.Sink sink : program.rules().sinks(site.callee())) {
            sink(sink, site, frame, state);
        }
        for (Rule.Check check : program.rules().checks(site.callee())) {
            check(check, site, () -> askedFor(check, site, state), frame, state);
        }
    }

    /** Holds what the functions answer that a call is given against the rules on such. */
    void answered(Site site, Value answers, Frame frame, State state) {
        List<Rule.Sink> sinks = program.rules().sinks(site.callee());
        if (!sinks.isEmpty()) {
            Site with = site.withValue(
                    Site.Given.of(answers, site.arguments().getLast().expression()));
            sinks.stream()
                    .filter(sink ->
                            sink.arguments().stream().allMatch(selector -> selector.kind() == Selector.Kind.CALLBACK))
                    .forEach(sink -> sink(sink, with, frame, state));
        }
    }

    /** The first constant that a check asks about. */
    private @Nullable String askedFor(Rule.Check check, Site site, State state) {
        for (var condition : check.where()) {
            for (Site.Given part : interpreter.matcher.parts(condition.selector(), site, state)) {
                String value = shown(part.value());
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Holds what is written to a member or element against the rules on that. */
    void written(Site site, Frame frame, State state) {
        for (Rule.Sink sink : program.rules().writeSinks(site.callee())) {
            sink(sink, site, frame, state);
        }
        for (Rule.Check check : program.rules().writeChecks(site.callee())) {
            check(
                    check,
                    site,
                    () -> site.value() == null ? null : shown(site.value().value()),
                    frame,
                    state);
        }
    }

    /** Holds the reading of a member against the rules on that. */
    void read(Site site, Frame frame, State state) {
        for (Rule.Check check : program.rules().readChecks(site.callee())) {
            check(check, site, () -> null, frame, state);
        }
    }

    /** @param value what is shown of what was found */
    private void check(Rule.Check check, Site site, Supplier<@Nullable String> value, Frame frame, State state) {
        if (interpreter.matcher.holds(check.where(), site, state, null)) {
            interpreter.reports.check(check, site.callee().shown(), value.get(), frame, site.span());
        }
    }

    /** Holds an assignment to a variable or member against the rules on such. */
    void assigned(String name, Value value, Span span, Frame frame, State state) {
        List<Rule.VariableCheck> checks = program.rules().variableChecks(name).stream()
                .filter(check -> check.file().matches(frame.unit.path()))
                .toList();
        taken(name, value, span, frame, state);
        if (checks.isEmpty()) {
            return;
        }
        Site site = site(name, value, span);
        for (Rule.VariableCheck check : checks) {
            if (interpreter.matcher.holds(check.check().where(), site, state, null)) {
                interpreter.reports.check(check.check(), name, shown(value), frame, span);
            }
        }
    }

    /** Holds data that something of this name takes, a variable or who calls a function, against the rules on such. */
    void taken(String name, Value value, Span span, Frame frame, State state) {
        if (interpreter.deep.taints(value, state).isEmpty()) {
            return;
        }
        for (Rule.VariableSink sink : program.rules().variableSinks(name)) {
            if (sink.inside().matches(inside(frame))) {
                sink(sink.sink(), site(name, value, span), frame, state);
            }
        }
    }

    /** What a function gives back is what its name says: held against the rules on such. */
    void given(Value value, Statement.Return it, Frame frame, State state) {
        if (frame.function == null
                || Taints.generated(interpreter.deep.taints(value, state)).isEmpty()) {
            return;
        }
        String name = frame.function.name();
        Site site = site(name, value, it.span());
        program.rules().functionSinks().stream()
                .filter(sink -> sink.name().matches(name) || sink.name().matches(inside(frame)))
                .forEach(sink -> sink(sink.sink(), site, frame, state));
    }

    /** What a function gives back that shows it to somebody. */
    void returned(Rule.Sink sink, Value value, Statement.Return it, Frame frame, State state) {
        Expression expression = it.value() == null ? new Expression.Literal(null, it.span()) : it.value();
        Callee callee = new Callee(List.of(), "return", false);
        String declared = frame.function == null ? null : frame.function.result();
        Value typed = declared == null || !value.types().isEmpty() ? value : value.withTypes(Set.of(declared));
        Site site = new Site(
                callee,
                sink.where().size() < 2 ? List.of() : annotated(frame, state),
                Site.Given.of(Value.UNKNOWN, expression),
                Site.Given.of(typed, expression),
                null,
                "",
                it.span());
        sink(sink, site, frame, state);
    }

    /** Holds an annotation against the rules on it. */
    void annotation(Annotation annotation, List<Rule.Check> checks, Annotated thing, Frame frame, State state) {
        Span span = thing.span();
        Site.Given value = Site.Given.of(Value.typed(thing.type()), new Expression.Name(thing.name(), span));
        Site site = Site.annotated(annotation, thing.name(), value, span, interpreter, frame, state);
        for (Rule.Check check : checks) {
            if (interpreter.matcher.holds(check.where(), site, state, null)) {
                Span line = new Span(span.line(), span.column(), span.line(), span.column());
                interpreter.reports.check(check, annotation.name(), null, frame, line);
            }
        }
    }

    /** Reports what reaches a sink. */
    void sink(Rule.Sink sink, Site site, Frame frame, State state) {
        String kind = String.valueOf(sink.rule().kind());
        for (var selector : sink.arguments()) {
            for (Site.Given part : interpreter.matcher.parts(selector, site, state)) {
                for (Taint taint : interpreter.deep.taints(part.value(), state)) {
                    if (harms(sink, taint)
                            && asked(sink.rule(), taint)
                            && interpreter.matcher.holds(sink.where(), site, state, kind)) {
                        interpreter.reports.flow(sink, taint, site.callee().shown(), frame, site.span());
                        return;
                    }
                }
            }
        }
    }

    private static boolean harms(Rule.Sink sink, Taint taint) {
        return taint.harms(sink.rule())
                || sink.despite() != null && taint.cleared().contains(sink.despite());
    }

    /** Whether a rule is about data that comes from there. */
    private static boolean asked(Rule rule, Taint taint) {
        return switch (taint.origin().exposure()) {
            case REMOTE -> !rule.aboutGenerated() && !rule.aboutInternal();
            case LOCAL -> !rule.aboutGenerated() && !rule.aboutInternal() && rule.local();
            case GENERATED -> rule.aboutGenerated();
            case INTERNAL -> rule.aboutInternal();
            case STORED -> rule.stored();
            case TRUSTED -> false;
        };
    }

    private static Site site(String name, Value value, Span span) {
        Expression expression = new Expression.Name(name, span);
        return Site.write(
                new Callee(List.of(name), name, false),
                Site.Given.of(Value.UNKNOWN, expression),
                Site.Given.of(value, expression),
                null,
                span);
    }

    /** A name that says little says more together with those of the class and function around it. */
    private static String inside(Frame frame) {
        String around = "";
        for (Frame each = frame; each != null && around.isEmpty(); each = each.around) {
            if (each.function != null && !each.function.name().startsWith(FunctionDeclaration.LAMBDA)) {
                around = each.function.name();
            }
        }
        return (frame.owner == null ? "" : frame.owner.simpleName()) + "." + around;
    }

    /** The arguments of a function's annotations and, behind them, of its class's; one without a name is called as its annotation: {@code produces}. */
    private List<Site.Given> annotated(Frame frame, State state) {
        List<Annotation> annotations = new ArrayList<>();
        if (frame.function != null) {
            annotations.addAll(frame.function.annotations());
        }
        if (frame.owner != null) {
            annotations.addAll(frame.owner.annotations());
        }
        List<Site.Given> given = new ArrayList<>();
        for (Annotation annotation : annotations) {
            for (Argument argument : annotation.arguments()) {
                String name =
                        argument.name() == null ? annotation.simpleName().toLowerCase(Locale.ROOT) : argument.name();
                List<Expression> values = argument.value() instanceof Expression.Collection all
                        ? all.entries().stream()
                                .map(Expression.Collection.Entry::value)
                                .toList()
                        : List.of(argument.value());
                for (Expression each : values) {
                    given.add(new Site.Given(name, interpreter.evaluator.value(each, frame, state), each, false));
                }
            }
        }
        return given;
    }

    private static @Nullable String shown(Value value) {
        Object constant = value.constantOnly();
        return constant == null ? null : "'" + constant + "'";
    }
}
