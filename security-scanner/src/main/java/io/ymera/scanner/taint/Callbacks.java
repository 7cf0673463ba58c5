package io.ymera.scanner.taint;

import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Calls the functions that a call is given, as who is called will do. */
final class Callbacks {

    /** In a model's types: nothing is known of it. */
    private static final String NOTHING = "_";

    /** What gives functions one element at a time, and nothing else. */
    private static final Set<String> ONE_BY_ONE = Set.of(
            "map",
            "flatMap",
            "filter",
            "anyMatch",
            "allMatch",
            "noneMatch",
            "takeWhile",
            "dropWhile",
            "mapToObj",
            "thenApply",
            "ifPresent",
            "peek",
            "doOnNext",
            "transform",
            "some",
            "every",
            "find");

    private final Interpreter interpreter;
    private final Calls calls;
    private final Creation creation;
    private final Elements elements;
    private final Shapes shapes;

    Callbacks(Interpreter interpreter, Calls calls, Creation creation, Elements elements) {
        this.interpreter = interpreter;
        this.calls = calls;
        this.creation = creation;
        this.elements = elements;
        this.shapes = new Shapes(interpreter);
    }

    /** What the functions answer that are given at {@code site}; no value if there are none. */
    Value answers(Site site, List<Model> models, Frame frame, State state) {
        for (Model model : models) {
            if (model instanceof Model.Apply apply) {
                return applied(apply, site, frame, state);
            }
        }
        Value answers = Value.NONE;
        List<Model> plain = new ArrayList<>();
        boolean known = models.stream().anyMatch(Model.Callback.class::isInstance);
        List<Closure> functions = functions(site.arguments(), known, state);
        for (Model model : models) {
            if (model instanceof Model.Callback callback && !callback.of().isEmpty()) {
                for (Selector of : callback.of()) {
                    List<Closure> inside = functions(interpreter.matcher.parts(of, site, state), true, state);
                    answers = answers.join(each(inside, site, List.of(model), frame, state));
                }
            } else if (model instanceof Model.Callback callback && callback.chain() != Model.Callback.Chain.NONE) {
                answers = answers.join(chained(callback, functions, site, frame, state));
                functions = List.of();
            } else {
                plain.add(model);
            }
        }
        return answers.join(each(functions, site, plain, frame, state));
    }

    /** @param listed whether those in lists are among them */
    private static List<Closure> functions(List<Site.Given> parts, boolean listed, State state) {
        List<Closure> functions = new ArrayList<>();
        for (Site.Given part : parts) {
            functions.addAll(part.value().functions());
            for (int id : listed ? part.value().objects() : Set.<Integer>of()) {
                if (state.object(id).kind() == HeapObject.Kind.LIST) {
                    state.object(id).items().forEach(item -> functions.addAll(item.functions()));
                }
            }
        }
        return functions;
    }

    private Value each(List<Closure> functions, Site site, List<Model> models, Frame frame, State state) {
        Value answers = Value.NONE;
        for (Closure function : functions) {
            answers = answers.join(answer(
                    function,
                    state,
                    then -> interpreter.generic(function, given(site, models, function, then, frame), then)));
        }
        return answers;
    }

    /** What the functions answer of which each calls the next. */
    private Value chained(Model.Callback model, List<Closure> functions, Site site, Frame frame, State state) {
        int next = model.types().size();
        Map<Integer, Value> given = new HashMap<>();
        given(model, site, given, state, frame);
        Set<Integer> receiver =
                site.receiver() == null ? Set.of() : site.receiver().value().objects();
        List<Chain.Link> links = new ArrayList<>(interpreter.chain.before(receiver));
        links.replaceAll(link -> new Chain.Link(link.function(), over(link.given(), given), link.next()));
        List<Chain.Link> own = new ArrayList<>();
        for (Closure function : functions) {
            boolean forErrors = function.declaration().parameters().size() == next + 2 && !given.containsKey(next + 1);
            if (!forErrors) {
                own.add(new Chain.Link(function, given, next));
            }
        }
        links.addAll(own);
        Set<FunctionDeclaration> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Value answers = links.isEmpty()
                ? Value.NONE
                : answer(links.getFirst().function(), state, then -> interpreter.chain.run(links, 0, reached, then));
        for (Closure function : functions) {
            if (!reached.contains(function.declaration())) {
                boolean listed = own.stream().anyMatch(link -> link.function().equals(function));
                Map<Integer, Value> alone = listed ? given : shifted(given, next);
                answers = answers.join(answer(function, state, then -> interpreter.generic(function, alone, then)));
            }
        }
        boolean everywhere = model.chain() == Model.Callback.Chain.BEFORE
                && (site.arguments().isEmpty()
                        || !(site.arguments().getFirst().value().constantOnly() instanceof String)
                        || given.containsKey(next + 1));
        if (everywhere) {
            interpreter.chain.before(receiver, own);
        }
        return answers;
    }

    /** The same request for all of them, and what only this one is given. */
    private static Map<Integer, Value> over(Map<Integer, Value> own, Map<Integer, Value> common) {
        Map<Integer, Value> all = new HashMap<>(own);
        all.putAll(common);
        return all;
    }

    /** What a function is given that an error comes to first. */
    private static Map<Integer, Value> shifted(Map<Integer, Value> given, int count) {
        Map<Integer, Value> all = new HashMap<>();
        for (int i = 0; i < count; i++) {
            all.put(i + 1, given.getOrDefault(i, Value.UNKNOWN));
        }
        return all;
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
                given(callback, site, given, state, frame);
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
            if (something && single(site, function)) {
                given.put(0, Value.object(interpreter.newObject(state, HeapObject.list(null, List.of(element)))));
            } else if (something) {
                given.put(0, element);
                // Of a map, the value comes first in some languages and last in others; of a fold, what has been
                // gathered
                if (function.declaration().parameters().size() > 1
                        && !interpreter.program.rules().indexed(site.callee())) {
                    given.put(1, element.withConstants(null));
                }
            }
        }
        return given;
    }

    /** What a model says that functions are given. */
    private void given(Model.Callback callback, Site site, Map<Integer, Value> given, State state, Frame frame) {
        for (int i = 0; i < callback.types().size(); i++) {
            if (!callback.types().get(i).equals(NOTHING)) {
                given.put(i, creation.typed(Value.UNKNOWN, callback.types().get(i), state));
            }
        }
        callback.fits().forEach((member, schema) -> {
            Value first = given.getOrDefault(0, Value.UNKNOWN);
            for (Site.Given part : interpreter.matcher.parts(schema, site, state)) {
                Value data = interpreter.evaluator.member(first, member, site.span(), frame, state);
                shapes.hold(part.value(), interpreter.deep.taints(data, state), state);
            }
        });
        callback.sources().forEach((position, source) -> {
            if (position.chars().allMatch(Character::isDigit)) {
                int at = Integer.parseInt(position);
                Origin origin = new Origin(site.span().in(frame.unit.path()), source.exposure(), source.what());
                Value before = given.getOrDefault(at, Value.UNKNOWN);
                given.put(at, before.tainted(List.of(Taint.fresh(origin, source.clears()))));
            }
        });
    }

    /** Whether a function that takes however many arguments there are is called with one: a reference to a method, by what goes through elements. */
    private static boolean single(Site site, Closure function) {
        return function.declaration().parameters().size() == 1
                && function.declaration().parameters().getFirst().kind() == Parameter.Kind.REST
                && ONE_BY_ONE.contains(site.callee().simpleName());
    }
}
