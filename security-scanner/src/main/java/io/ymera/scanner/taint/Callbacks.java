package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Calls the functions that a call is given, as who is called will do. */
final class Callbacks {

    private final Interpreter interpreter;
    private final Calls calls;
    private final Creation creation;
    private final Elements elements;

    Callbacks(Interpreter interpreter, Calls calls, Creation creation, Elements elements) {
        this.interpreter = interpreter;
        this.calls = calls;
        this.creation = creation;
        this.elements = elements;
    }

    /** What the functions answer that are given at {@code site}; no value if there are none. */
    Value answers(Site site, List<Model> models, Frame frame, State state) {
        for (Model model : models) {
            if (model instanceof Model.Apply apply) {
                return applied(apply, site, frame, state);
            }
        }
        Value answers = Value.NONE;
        for (Site.Given argument : site.arguments()) {
            for (Closure function : argument.value().functions()) {
                answers = answers.join(answer(
                        function,
                        state,
                        then -> interpreter.generic(function, given(site, models, function, then, frame), then)));
            }
        }
        return answers;
    }

    /** What a function answers that may be called or not; no value if it is not looked into. */
    private Value answer(Closure function, State state, Function<State, Value> call) {
        if (interpreter.running(function.declaration()) || !interpreter.patient()) {
            return Value.NONE;
        }
        State then = state.copy();
        Value answer = call.apply(then);
        if (!then.dead()) {
            state.join(then);
        }
        return answer;
    }

    /** What a function answers that is called with arguments that stand beside it. */
    private Value applied(Model.Apply apply, Site site, Frame frame, State state) {
        Value answers = Value.NONE;
        for (Site.Given part : interpreter.matcher.parts(apply.function(), site, state)) {
            for (Closure function : part.value().functions()) {
                answers = answers.join(answer(
                        function,
                        state,
                        then -> calls.applied(function, arguments(apply, site, then), site.span(), frame, then)));
            }
        }
        if (!apply.each() || answers.none()) {
            return answers;
        }
        String type = interpreter.program.rules().literal("list");
        return Value.object(
                interpreter.newObject(state, HeapObject.list(type, List.of()).inexact(answers)));
    }

    private List<Site.Given> arguments(Model.Apply apply, Site site, State state) {
        List<Site.Given> given = new ArrayList<>();
        if (apply.from() >= 0) {
            int at = 0;
            for (Site.Given argument : site.arguments()) {
                boolean named = argument.name() != null;
                if (named || argument.spread() || at >= apply.from()) {
                    given.add(apply.each() ? element(argument, state) : argument);
                }
                at += named ? 0 : 1;
            }
        }
        for (Selector selector : apply.lists()) {
            for (Site.Given list : interpreter.matcher.parts(selector, site, state)) {
                given.addAll(calls.spread(list.value(), list.expression(), state));
            }
        }
        return given;
    }

    private Site.Given element(Site.Given all, State state) {
        return Site.Given.of(elements.element(all.value(), null, state), all.expression());
    }

    private Map<Integer, Value> given(Site site, List<Model> models, Closure function, State state, Frame frame) {
        Map<Integer, Value> given = new HashMap<>();
        for (Model model : models) {
            if (model instanceof Model.Callback callback) {
                for (int i = 0; i < callback.types().size(); i++) {
                    given.put(i, creation.typed(Value.UNKNOWN, callback.types().get(i), state));
                }
                callback.sources().forEach((position, source) -> {
                    if (position.chars().allMatch(Character::isDigit)) {
                        int at = Integer.parseInt(position);
                        Origin origin = new Origin(site.span().in(frame.unit.path()), source.exposure(), source.what());
                        Value before = given.getOrDefault(at, Value.UNKNOWN);
                        given.put(at, before.tainted(List.of(Taint.fresh(origin, source.clears()))));
                    }
                });
            }
        }
        if (given.isEmpty()
                && site.receiver() != null
                && !function.declaration().parameters().isEmpty()) {
            Value receiver = site.receiver().value();
            Value element = receiver.objects().isEmpty()
                    ? Value.UNKNOWN.tainted(receiver.taints())
                    : elements.element(receiver, null, state);
            boolean something = !interpreter.deep.taints(element, state).isEmpty()
                    || !element.functions().isEmpty()
                    || element.constants() != null
                    || !element.objects().isEmpty();
            if (something) {
                given.put(0, element);
                // Of a map, the value comes first in some languages and last in others; of a fold, what has been
                // gathered
                if (function.declaration().parameters().size() > 1) {
                    given.put(1, element.withConstants(null));
                }
            }
        }
        return given;
    }
}
