package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates calls: of the code base's own functions by interpreting them, of others by what models say. */
final class Calls {

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;
    private final Members members;
    private final Elements elements;
    private final Targets targets;
    private final Creation creation;
    private final LibraryCalls library;
    private final CallFacts facts;

    Calls(
            Interpreter interpreter,
            Evaluator evaluator,
            Members members,
            Elements elements,
            Writes writes,
            Modules modules) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
        this.members = members;
        this.elements = elements;
        this.targets = new Targets(interpreter, modules);
        this.creation = new Creation(interpreter, evaluator, modules, this);
        this.library =
                new LibraryCalls(interpreter, elements, writes, new Callbacks(interpreter, this, creation, elements));
        this.facts = new CallFacts(interpreter);
    }

    /** {@code f(…)} or {@code o.f(…)}. */
    Value call(Expression.Call it, String taker, Frame frame, State state) {
        Value receiver = null;
        Expression object = null;
        Callee callee;
        List<Target> called;
        if (it.callee() instanceof Expression.Member member) {
            object = member.object();
            boolean above =
                    object instanceof Expression.Name name && name.name().equals(Expression.Name.SUPER);
            receiver = evaluator.value(object, frame, state);
            if (above) {
                callee = above(frame, member.name());
                called = targets.above(frame, member.name(), it.arguments().size(), receiver);
            } else {
                callee = members.names(receiver, member.name(), state);
                Value found = receiver.symbol() == null
                        ? null
                        : members.read(receiver, member.name(), object, member.span(), frame, state);
                called = targets.methods(receiver, member.name(), it.arguments().size(), found, state);
                String other = called.isEmpty() ? elsewhere(receiver, member.name(), found) : null;
                if (other != null && program.classOf(other) != null) {
                    return creation.made(other, arguments(it.arguments(), frame, state), it.span(), frame, state);
                }
                callee = other == null ? callee : named(it.callee(), Value.symbol(other));
            }
        } else {
            Value function = evaluator.value(it.callee(), frame, state);
            callee = named(it.callee(), function);
            called = targets.functions(function, it.arguments().size(), state);
            if (called.isEmpty()
                    && function.symbol() == null
                    && !function.objects().isEmpty()) {
                // An object of a library that can be called
                receiver = function;
                object = it.callee();
            }
            if (called.isEmpty() && function.symbol() != null && program.classOf(function.symbol()) != null) {
                List<Site.Given> arguments = arguments(it.arguments(), frame, state);
                return creation.made(function.symbol(), arguments, it.span(), frame, state);
            }
        }
        List<Site.Given> arguments = CommonNames.PASSING.contains(callee.simpleName())
                ? evaluator.within(taker, () -> arguments(it.arguments(), frame, state))
                : arguments(it.arguments(), frame, state);
        String named = taker.isEmpty() ? function(frame) : taker;
        Site site = new Site(
                callee,
                arguments,
                receiver == null || object == null ? null : Site.Given.of(receiver, object),
                null,
                null,
                named,
                it.span());
        return result(site, called, frame, state);
    }

    /** {@code new T(…)}. */
    Value create(Expression.New it, String taker, Frame frame, State state) {
        return creation.create(it, taker, frame, state);
    }

    /** What a member of a module is under its own name, which may be that of a class or of another module; null if that says nothing more. */
    private @Nullable String elsewhere(Value receiver, String name, @Nullable Value found) {
        if (found == null || found.symbol() == null) {
            return null;
        }
        boolean same = (receiver.symbol() + "." + name).equals(found.symbol());
        return same && program.classOf(found.symbol()) == null ? null : found.symbol();
    }

    /** What nobody else takes is for the function that asked for it. */
    private static String function(Frame frame) {
        for (Frame each = frame; each != null; each = each.around) {
            if (each.function != null && !each.function.name().startsWith(FunctionDeclaration.LAMBDA)) {
                return each.function.name();
            }
        }
        return "";
    }

    private static Callee named(Expression expression, Value function) {
        if (function.symbol() != null) {
            String symbol = function.symbol();
            return new Callee(List.of(symbol), symbol.substring(symbol.lastIndexOf('.') + 1), false);
        }
        String name = Matcher.lastName(expression);
        List<String> names = new ArrayList<>(function.types());
        return new Callee(List.copyOf(names), name, false);
    }

    private Callee above(Frame frame, String name) {
        List<String> names = new ArrayList<>();
        if (frame.owner != null) {
            for (String type : program.withSupertypes(frame.owner.name())) {
                if (!type.equals(frame.owner.name())) {
                    names.add(type + "." + name);
                }
            }
        }
        return new Callee(names, name, false);
    }

    List<Site.Given> arguments(List<Argument> arguments, Frame frame, State state) {
        List<Site.Given> given = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            Value value = evaluator.value(argument.value(), frame, state);
            if (argument.spread() && argument.name() == null) {
                given.addAll(spread(value, argument.value(), state));
            } else if (argument.spread()) {
                given.addAll(Containers.named(value, argument, state));
            } else {
                given.add(new Site.Given(argument.name(), value, argument.value(), argument.spread()));
            }
        }
        return given;
    }

    /** A list that is known is given element by element. */
    List<Site.Given> spread(Value value, Expression expression, State state) {
        if (value.objects().size() == 1) {
            HeapObject list = state.object(value.objects().iterator().next());
            if (list.kind() == HeapObject.Kind.LIST && list.exact()) {
                return list.items().stream()
                        .map(item -> Site.Given.of(item, expression))
                        .toList();
            }
        }
        return List.of(new Site.Given(null, elements.element(value, null, state), expression, true));
    }

    /** Held against rules, and what it gives back. */
    Value result(Site site, List<Target> called, Frame frame, State state) {
        interpreter.detection.called(site, frame, state);
        List<Model> models = program.rules().calls(site.callee()).stream()
                .filter(model -> interpreter.matcher.holds(model.where(), site, state, null))
                .toList();
        Value value = null;
        for (Target target : called) {
            if (interpreter.patient()
                    && !interpreter.running(target.function().declaration())
                    && worth(target, site, state)) {
                Value each = invoke(target, site.arguments(), site.span(), frame, state);
                value = value == null ? each : value.join(each);
            }
        }
        boolean own = value != null;
        String type = program.rules().result(site.callee());
        if (value == null && !called.isEmpty()) {
            // One of our own that was not looked into: what it gives is of the type that it says
            String declared = called.getFirst().function().declaration().result();
            type = type == null ? declared : type;
        }
        if (value == null) {
            value = interpreter.schemas.answer(site, library.answer(site, models, type, frame, state), state);
        }
        for (Model model : models) {
            if (model instanceof Model.Source source) {
                Origin origin = Origin.ofCall(site, source, frame, interpreter.root());
                Taint taint = Taint.fresh(origin, Value.union(source.clears(), harmless(models)));
                if (source.to() != null) {
                    library.fill(source.to(), List.of(taint), site, frame, state);
                    continue;
                }
                value = Value.UNKNOWN
                        .withTypes(value.types())
                        .tainted(same(site) ? state.recall(List.of(taint)) : List.of(taint));
            }
        }
        if (type != null && (!own || value.types().isEmpty())) {
            value = creation.typed(value, type, state);
        }
        value = facts.of(site, models, value, state);
        if (program.rules().ends(site.callee())) {
            state.die();
        }
        return value;
    }

    /** Whether what is asked for is written down, so that it is the same each time. */
    private static boolean same(Site site) {
        return site.arguments().stream().allMatch(each -> each.expression() instanceof Expression.Literal);
    }

    /** For which kinds what a source gives is harmless: a form's fields are texts, never queries. */
    private static Set<String> harmless(List<Model> models) {
        Set<String> kinds = Set.of();
        for (Model model : models) {
            if (model instanceof Model.Sanitizer sanitizer && sanitizer.of() == null) {
                kinds = Value.union(kinds, sanitizer.clears());
            }
        }
        return kinds;
    }

    /** Whether a call may come to something: whether it is given anything from outside, or there may be something in it. */
    private boolean worth(Target target, Site site, State state) {
        FunctionDeclaration function = target.function().declaration();
        return interpreter.worth(function)
                || interpreter.relevance.small(function)
                || site.arguments().stream()
                        .anyMatch(each -> !each.value().functions().isEmpty())
                || !interpreter.deep.taints(site.arguments(), state).isEmpty()
                || site.receiver() != null
                        && !interpreter
                                .deep
                                .taints(site.receiver().value(), state)
                                .isEmpty();
    }

    /** Calls a function as its caller would, who gives it these arguments. */
    Value applied(Closure function, List<Site.Given> arguments, Span span, Frame frame, State state) {
        return invoke(new Target(function, null), arguments, span, frame, state);
    }

    /** What a function of the code base gives back. */
    Value invoke(Target target, List<Site.Given> arguments, Span span, Frame frame, State state) {
        if (!interpreter.patient() || interpreter.running(target.function().declaration())) {
            return Value.UNKNOWN.tainted(interpreter.deep.taints(arguments, state));
        }
        Map<Integer, Value> given = Binding.of(target.function().declaration(), arguments, interpreter, state);
        String name = target.function().declaration().name();
        String shown = name.startsWith(FunctionDeclaration.LAMBDA)
                ? "a function"
                : name.equals(FunctionDeclaration.CONSTRUCTOR) ? "a constructor" : name;
        given.replaceAll((position, value) -> evaluator.stepped(value, span, "Is given to " + shown, frame));
        if (interpreter.timesRunning(target.function().declaration()) > 0) {
            // Called from within itself, where arguments become others each time
            given.replaceAll((position, value) -> value.withConstants(null));
        }
        return interpreter.run(target.function(), target.self(), given, state);
    }
}
