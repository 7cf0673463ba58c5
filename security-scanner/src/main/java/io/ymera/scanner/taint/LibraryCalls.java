package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions give back and change that are not of the code base: what models say, or what is likely of their name. */
final class LibraryCalls {

    /** Under this name a compiled pattern remembers its text. */
    static final String PATTERN = "%pattern";

    private final Interpreter interpreter;
    private final Writes writes;
    private final Containers containers;
    private final NewContainers made;
    private final Callbacks callbacks;

    LibraryCalls(Interpreter interpreter, Elements elements, Writes writes, Callbacks callbacks) {
        this.interpreter = interpreter;
        this.writes = writes;
        this.containers = new Containers(interpreter, elements);
        this.made = new NewContainers(interpreter, elements);
        this.callbacks = callbacks;
    }

    Value answer(Site site, List<Model> models, @Nullable String type, Frame frame, State state) {
        Value folded = folded(site, state);
        if (folded == null) {
            folded = Folds.of(site, models);
        }
        if (folded == null) {
            folded = setting(site);
        }
        if (folded != null) {
            return folded;
        }
        Value value = null;
        boolean modelled = false;
        Set<String> cleared = null;
        Value answers = callbacks.answers(site, models, frame, state);
        if (!answers.none()) {
            interpreter.detection.answered(site, answers, frame, state);
        }
        for (Model model : models) {
            switch (model) {
                case Model.Create create -> {
                    value = made.create(create, site, type, state);
                    modelled = true;
                }
                case Model.Effect effect
                when site.receiver() != null -> {
                    Value receiver = site.receiver().value();
                    Set<Integer> objects = effect.what().fills()
                            ? writes.made(site.receiver().expression(), receiver, frame, state)
                            : receiver.objects();
                    Value now = receiver.objects().isEmpty() && !objects.isEmpty()
                            ? receiver.withObjects(objects)
                            : receiver;
                    Value result = containers.effect(effect.what(), site, objects, now, state);
                    if (effect.what().fills()) {
                        interpreter.kept(now, interpreter.deep.taints(site.arguments(), state));
                    }
                    value = value == null ? result : value.join(result);
                    modelled = true;
                }
                case Model.Propagator propagator -> {
                    value = propagate(propagator, site, value, answers, frame, state);
                    modelled = true;
                }
                case Model.Replacement replacement -> {
                    Set<String> kinds = Guards.byReplacement(replacement, site, interpreter, state);
                    cleared = Value.union(cleared == null ? Set.of() : cleared, kinds);
                }
                case Model.Sanitizer sanitizer -> {
                    Selector of = sanitizer.of();
                    if (of == null) {
                        cleared = Value.union(cleared == null ? Set.of() : cleared, sanitizer.clears());
                    } else {
                        for (Site.Given part : interpreter.matcher.parts(of, site, state)) {
                            state.clear(interpreter.deep.taints(part.value(), state), sanitizer.clears());
                        }
                    }
                }
                default -> {}
            }
        }
        if (!modelled) {
            value = unmodelled(site, answers, frame, state);
        }
        Value result = begun(value == null ? Value.UNKNOWN : value, site);
        result = Quantifiers.of(site.callee().simpleName(), answers, result);
        Set<String> without = Tails.without(site);
        if (!without.isEmpty()) {
            result = result.mapTaints(taint -> taint.clear(without));
        }
        if (models.stream().anyMatch(Model.Decoder.class::isInstance)) {
            result = result.mapTaints(Taint::unwrapped);
        }
        if (cleared != null) {
            Set<String> kinds = cleared;
            result = kinds.contains(Model.ALL)
                    // A number is harmless whoever has sent it, but not if others can guess it
                    ? result.withTaints(Taints.generated(result.taints())).withObjects(Set.of())
                    : result.tainted(interpreter.deep.taints(result, state))
                            .mapTaints(taint -> taint.clear(kinds))
                            .withObjects(Set.of());
        }
        return result;
    }

    private Value propagate(
            Model.Propagator propagator, Site site, @Nullable Value before, Value answers, Frame frame, State state) {
        Value result = before == null ? Value.UNKNOWN : before;
        boolean same = false;
        for (Model.Propagator.Flow flow : propagator.flows()) {
            if (flow.from().kind() == Selector.Kind.CALLBACK) {
                // A function that is not known may give back whatever it is given
                result = answers.none()
                        ? result.join(made(site, state)).tainted(through(received(site, state), site, frame, state))
                        : result.join(answers);
                continue;
            }
            List<Taint> taints = through(
                    interpreter.deep.taints(interpreter.matcher.parts(flow.from(), site, state), state),
                    site,
                    frame,
                    state);
            switch (flow.to().kind()) {
                case RESULT -> {
                    result = result.tainted(taints);
                    same |= flow.from().kind() == Selector.Kind.RECEIVER;
                }
                default -> fill(flow.to(), taints, site, frame, state);
            }
        }
        boolean fills = propagator.flows().stream().anyMatch(flow -> flow.to().kind() == Selector.Kind.RECEIVER);
        if (same && fills && site.receiver() != null) {
            // Builders give themselves back
            Set<Integer> objects =
                    writes.made(site.receiver().expression(), site.receiver().value(), frame, state);
            result = result.withObjects(Value.union(result.objects(), objects))
                    .withTypes(site.receiver().value().types());
        }
        return result;
    }

    /** An object of the class of the code base that it is given instead of a function. */
    private Value made(Site site, State state) {
        for (Site.Given argument : site.arguments()) {
            String symbol = argument.value().symbol();
            if (symbol != null && interpreter.program.classOf(symbol) != null) {
                return interpreter.any(symbol, null, state).withTypes(Set.of(symbol));
            }
        }
        return Value.NONE;
    }

    /** Puts data into a part of a call: into the array that it fills. */
    void fill(Selector to, List<Taint> taints, Site site, Frame frame, State state) {
        for (Site.Given part : interpreter.matcher.parts(to, site, state)) {
            interpreter.kept(part.value(), taints);
            for (int id : writes.made(part.expression(), part.value(), frame, state)) {
                state.change(id, of -> of.withTaints(Taints.join(of.taints(), taints)));
            }
        }
    }

    private List<Taint> received(Site site, State state) {
        return site.receiver() == null
                ? List.of()
                : interpreter.deep.taints(site.receiver().value(), state);
    }

    private static List<Taint> through(List<Taint> taints, Site site, Frame frame, State state) {
        String name = site.callee().simpleName();
        String key = CommonNames.LOOK_UPS.contains(name) ? key(site) : null;
        List<Taint> after = Taints.map(taints, taint -> {
            Taint stepped = taint.at(taint.trace().then(site.span().in(frame.unit.path()), "Goes through " + name));
            if (key != null) {
                return stepped.member(key);
            }
            return CommonNames.SAME.contains(name)
                    ? stepped
                    : stepped.through(name, site.span().line());
        });
        return key == null ? after : state.recall(after);
    }

    /** What is asked for, if that is written down. */
    private static @Nullable String key(Site site) {
        return site.receiver() != null
                        && !site.arguments().isEmpty()
                        && site.arguments().getFirst().value().constantOnly() instanceof String key
                ? key
                : null;
    }

    /** Nobody knows what it does: likely it makes something of what it is given. */
    private Value unmodelled(Site site, Value answers, Frame frame, State state) {
        Value bean = bean(site, state);
        if (bean != null) {
            return bean;
        }
        List<Taint> taints = interpreter.deep.taints(site.arguments(), state);
        taints = Taints.join(taints, interpreter.deep.taints(answers, state));
        if (site.receiver() != null) {
            taints = Taints.join(taints, interpreter.deep.taints(site.receiver().value(), state));
            fill(site, state);
        }
        String name = site.callee().simpleName();
        if (CommonNames.asks(name)) {
            return Value.UNKNOWN;
        }
        Value value = Value.UNKNOWN.tainted(through(taints, site, frame, state));
        if (CommonNames.PATTERNS.contains(name)
                && !site.arguments().isEmpty()
                && site.arguments().getFirst().value().constantOnly() != null) {
            return remembering(value, site.arguments().getFirst().value(), state);
        }
        if (CommonNames.TESTS.contains(name) && site.receiver() != null) {
            Value pattern = interpreter.deep.entry(site.receiver().value(), PATTERN, state);
            return pattern == null ? value : remembering(value, pattern, state);
        }
        if (CommonNames.MATCHERS.contains(name) && site.receiver() != null) {
            Value pattern = interpreter.deep.entry(site.receiver().value(), PATTERN, state);
            List<Taint> subject = interpreter.deep.taints(site.arguments(), state);
            return pattern == null ? value : remembering(Value.UNKNOWN.tainted(subject), pattern, state);
        }
        boolean made = site.receiver() == null || site.receiver().value().symbol() != null;
        if (made
                && Character.isUpperCase(name.isEmpty() ? '_' : name.charAt(0))
                && value.objects().isEmpty()) {
            // As classes are named: what is put into it will be in it
            HeapObject object = HeapObject.object(null, null).withTaints(value.taints());
            value = value.withObjects(Set.of(interpreter.newObject(state, object)));
        }
        return value;
    }

    /** How what comes of it begins. */
    private static Value begun(Value value, Site site) {
        String name = site.callee().simpleName();
        if (value.prefix() != null) {
            return value;
        }
        if (name.equals("joinpath") && site.receiver() != null) {
            return Paths.joined(value, site.receiver().value(), site.arguments());
        }
        if (name.equals("join")
                && site.receiver() != null
                && site.receiver().value().symbol() != null) {
            return Paths.joined(value, Value.constant(""), site.arguments());
        }
        if (name.equals("URL") && site.arguments().size() > 1) {
            return value.withPrefix(Addresses.prefix(
                    site.arguments().get(0).value(), site.arguments().get(1).value()));
        }
        if (name.equals("URL") && site.arguments().size() == 1) {
            String origin = Addresses.origin(site.arguments().getFirst().value());
            return origin == null ? begunWith(value, site) : value.withPrefix(origin);
        }
        return begunWith(value, site);
    }

    private static Value begunWith(Value value, Site site) {
        String name = site.callee().simpleName();
        Value from = null;
        boolean object = site.receiver() != null && site.receiver().value().symbol() == null;
        if (object && (CommonNames.SAME.contains(name) || CommonNames.CONTINUED.contains(name))) {
            from = Objects.requireNonNull(site.receiver()).value();
        } else if (!site.arguments().isEmpty()
                && (site.receiver() == null || site.receiver().value().symbol() != null)
                && (CommonNames.MADE_OF.contains(name)
                        || CommonNames.FORMATS.contains(name)
                        || CommonNames.SAME.contains(name))) {
            from = site.arguments().getFirst().value();
        }
        if (from == null || from.prefix() == null) {
            return value;
        }
        return value.withPrefix(
                CommonNames.FORMATS.contains(name) ? Operations.beforeFormat(from.prefix()) : from.prefix());
    }

    private Value remembering(Value value, Value pattern, State state) {
        HeapObject object = HeapObject.object(null, null).withEntry(PATTERN, pattern);
        return value.withObjects(Set.of(interpreter.newObject(state, object)));
    }

    /** A setting that a file of properties tells. */
    private @Nullable Value setting(Site site) {
        boolean asks = site.callee().simpleName().equals("getProperty")
                && !site.arguments().isEmpty();
        if (!asks || !(site.arguments().getFirst().value().constantOnly() instanceof String key)) {
            return null;
        }
        String value = interpreter.program.setting(key);
        return value == null ? null : Value.constant(value);
    }

    /** A method of constants. */
    private static @Nullable Value folded(Site site, State state) {
        if (site.receiver() == null) {
            boolean asks =
                    site.callee().shown().equals("len") && site.arguments().size() == 1;
            Long size = asks ? Containers.size(site.arguments().getFirst().value(), state) : null;
            return size == null ? null : Value.constant(size);
        }
        Object receiver = site.receiver().value().constantOnly();
        if (receiver == null || receiver == Predicates.NULL) {
            return null;
        }
        List<Object> arguments = new ArrayList<>();
        for (Site.Given argument : site.arguments()) {
            Object constant = argument.value().constantOnly();
            if (constant == null) {
                return null;
            }
            arguments.add(constant);
        }
        Object result = Constants.method(site.callee().simpleName(), receiver, arguments);
        return result == null
                ? null
                : Value.constant(result).withTypes(site.receiver().value().types());
    }

    /** {@code getName()} of what has a member {@code name}, {@code setName(x)} likewise. */
    private @Nullable Value bean(Site site, State state) {
        String name = site.callee().simpleName();
        if (site.receiver() == null || name.length() < 4) {
            return null;
        }
        String member = Character.toLowerCase(name.charAt(3)) + name.substring(4);
        if (name.startsWith("get") && site.arguments().isEmpty()) {
            return interpreter.deep.entry(site.receiver().value(), member, state);
        }
        if (name.startsWith("set")
                && site.arguments().size() == 1
                && !site.receiver().value().objects().isEmpty()) {
            Value value = site.arguments().getFirst().value();
            site.receiver().value().objects().forEach(id -> state.change(id, of -> of.withEntry(member, value)));
            return site.receiver().value();
        }
        return null;
    }

    /** What is put into something stays in it. */
    private void fill(Site site, State state) {
        String name = site.callee().simpleName();
        if (CommonNames.fills(name) && site.receiver() != null) {
            List<Taint> taints = interpreter.deep.taints(site.arguments(), state);
            for (int id : site.receiver().value().objects()) {
                state.change(id, of -> of.withTaints(Taints.join(of.taints(), taints)));
            }
            interpreter.kept(site.receiver().value(), taints);
        }
    }
}
