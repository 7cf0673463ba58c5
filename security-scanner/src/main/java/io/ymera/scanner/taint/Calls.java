package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Rule;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates calls: of the code base's own functions by interpreting them, of others by what models say. */
final class Calls {

    /** Under this name a compiled pattern remembers its text. */
    static final String PATTERN = "%pattern";

    private static final Set<String> PATTERNS = Set.of("compile", "RegExp");
    private static final Set<String> MATCHERS = Set.of("matcher");
    /** Makes a function of a pattern that says whether all of a text is as that. */
    private static final Set<String> TESTS = Set.of("asMatchPredicate");
    /** What gives the same data in another dress: who has checked it before knows it. */
    private static final Set<String> SAME = Set.of(
            "trim",
            "strip",
            "toLowerCase",
            "toUpperCase",
            "lower",
            "upper",
            "casefold",
            "toString",
            "str",
            "String",
            "valueOf",
            "orElse",
            "get",
            "getOrDefault",
            "await",
            "then",
            "stripLeading",
            "stripTrailing",
            "lstrip",
            "rstrip",
            "intern",
            "asText",
            "text",
            // Names of the same file
            "getCanonicalPath",
            "getCanonicalFile",
            "toRealPath",
            "normalize",
            "toAbsolutePath",
            "getAbsolutePath",
            "getAbsoluteFile",
            "toPath",
            "toFile",
            "abspath",
            "realpath",
            "relative",
            "normpath",
            "resolve",
            "toURI",
            "toURL",
            "toUri",
            "getPath",
            "requireNonNull",
            "ofNullable",
            "of",
            "create",
            "urlparse",
            "urlsplit",
            "URL",
            "URI",
            "parse",
            "fromUriString");
    /** Who takes what they give takes what they are given. */
    private static final Set<String> PASSING =
            Set.of("join", "str", "int", "list", "bytes", "hex", "String", "toString", "valueOf", "bytearray");
    /** Makes of a text what stands for it. */
    private static final Set<String> MADE_OF = Set.of(
            "create",
            "of",
            "parse",
            "URL",
            "URI",
            "Path",
            "Paths",
            "get",
            "File",
            "Request",
            "newBuilder",
            "fromUriString",
            "fromHttpUrl",
            "build",
            "encode");

    /** Methods of a text that give one with the same beginning. */
    private static final Set<String> CONTINUED = Set.of("formatted", "concat", "encode", "decode");

    private static final Set<String> FORMATS = Set.of("format", "formatted", "printf", "sprintf");

    /** Methods that functional interfaces have besides their only one. */
    private static final Set<String> COMBINES =
            Set.of("andThen", "compose", "negate", "and", "or", "equals", "hashCode", "toString");

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;
    private final Members members;
    private final Modules modules;
    private final Containers containers;
    private final CallFacts facts;
    private final Callbacks callbacks;

    Calls(Interpreter interpreter, Evaluator evaluator, Members members, Modules modules) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
        this.members = members;
        this.modules = modules;
        this.containers = new Containers(interpreter, members);
        this.facts = new CallFacts(interpreter);
        this.callbacks = new Callbacks(interpreter, this, members);
    }

    /** Who is called. */
    private record Target(Closure function, @Nullable Value self) {
        /** A method that several objects have is called once, on any of them. */
        static void add(List<Target> targets, Target target) {
            for (int i = 0; i < targets.size(); i++) {
                Target there = targets.get(i);
                if (there.function.equals(target.function)) {
                    Value self = there.self == null || target.self == null ? there.self : there.self.join(target.self);
                    targets.set(i, new Target(there.function, self));
                    return;
                }
            }
            targets.add(target);
        }
    }

    Value call(Expression.Call it, String taker, Frame frame, State state) {
        Value receiver = null;
        Expression object = null;
        Callee callee;
        List<Target> targets;
        if (it.callee() instanceof Expression.Member member) {
            object = member.object();
            boolean above =
                    object instanceof Expression.Name name && name.name().equals(Expression.Name.SUPER);
            receiver = evaluator.value(object, frame, state);
            if (above) {
                callee = above(frame, member.name());
                targets = aboveTargets(frame, member.name(), it.arguments().size(), receiver);
            } else {
                callee = members.names(receiver, member.name(), state);
                Value found = receiver.symbol() == null
                        ? null
                        : members.read(receiver, member.name(), object, member.span(), frame, state);
                targets = methods(receiver, member.name(), it.arguments().size(), found, state);
                String other = targets.isEmpty() ? elsewhere(receiver, member.name(), found) : null;
                if (other != null && program.classOf(other) != null) {
                    return made(other, arguments(it.arguments(), frame, state), it.span(), frame, state);
                }
                callee = other == null ? callee : named(it.callee(), Value.symbol(other));
            }
        } else {
            Value function = evaluator.value(it.callee(), frame, state);
            callee = named(it.callee(), function);
            targets = functions(function, it.arguments().size(), state);
            if (targets.isEmpty() && function.symbol() != null && program.classOf(function.symbol()) != null) {
                List<Site.Given> arguments = arguments(it.arguments(), frame, state);
                return made(function.symbol(), arguments, it.span(), frame, state);
            }
        }
        List<Site.Given> arguments = PASSING.contains(callee.simpleName())
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
        return result(site, targets, frame, state);
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

    private List<Target> aboveTargets(Frame frame, String name, int count, Value self) {
        if (frame.owner != null) {
            for (String type : frame.owner.supertypes()) {
                Program.Method method = program.method(type, name, count);
                if (method != null) {
                    return List.of(new Target(
                            method.closure(modules.frame(method.owner().unit())), self));
                }
            }
        }
        return List.of();
    }

    private List<Target> functions(Value function, int count, State state) {
        List<Target> targets = new ArrayList<>();
        function.functions().forEach(each -> targets.add(new Target(each, null)));
        if (targets.isEmpty() && function.symbol() != null) {
            Unit module = program.module(function.symbol());
            Value exports = module == null || module.body().isEmpty() ? null : modules.exports(module);
            if (exports != null) {
                exports.functions().forEach(each -> targets.add(new Target(each, null)));
            }
        }
        for (int id : function.objects()) {
            String type = state.object(id).type();
            Program.Method method = type == null ? null : program.method(type, "__call__", count);
            if (method != null) {
                targets.add(new Target(method.closure(state.object(id).frame()), function));
            }
        }
        return targets;
    }

    /** @param found what the member is, if the receiver is a thing with a name */
    private List<Target> methods(Value receiver, String name, int count, @Nullable Value found, State state) {
        List<Target> targets = new ArrayList<>();
        Value entry = interpreter.deep.entry(receiver, name, state);
        if (entry != null) {
            entry.functions().forEach(each -> Target.add(targets, new Target(each, receiver)));
        }
        alike(receiver, state)
                .forEach((kind, ids) ->
                        addMethods(kind.type, name, count, kind.frame, receiver.withObjects(ids), targets, state));
        if (receiver.objects().isEmpty()) {
            receiver.types().forEach(type -> addMethods(type, name, count, null, receiver, targets, state));
        }
        if (receiver.symbol() != null && found != null) {
            Program.Method method = program.method(receiver.symbol(), name, count);
            if (method != null) {
                Target.add(
                        targets,
                        new Target(method.closure(modules.frame(method.owner().unit())), null));
            } else {
                found.functions().forEach(each -> Target.add(targets, new Target(each, null)));
            }
        }
        if (targets.isEmpty() && !COMBINES.contains(name)) {
            // The only method of a functional interface
            receiver.functions().forEach(each -> Target.add(targets, new Target(each, null)));
        }
        return targets;
    }

    /** What decides which methods an object has. */
    private record Kind(String type, @Nullable Frame frame, boolean open) {}

    /** There may be hundreds of one kind, and few kinds. */
    private static Map<Kind, Set<Integer>> alike(Value receiver, State state) {
        Map<Kind, Set<Integer>> alike = new LinkedHashMap<>();
        for (int id : receiver.objects()) {
            HeapObject object = state.object(id);
            if (object.type() != null) {
                Kind kind =
                        new Kind(object.type(), object.frame(), object.marks().contains(HeapObject.OPEN));
                alike.computeIfAbsent(kind, fresh -> new LinkedHashSet<>()).add(id);
            }
        }
        return alike;
    }

    private void addMethods(
            String type,
            String name,
            int count,
            @Nullable Frame around,
            Value self,
            List<Target> targets,
            State state) {
        Program.Method method = program.method(type, name, count);
        if (method != null) {
            Frame frame = around == null ? modules.frame(method.owner().unit()) : around;
            Target.add(targets, new Target(method.closure(frame), self));
        }
        if (method == null || self.objects().isEmpty() || interpreter.deep.marked(self, HeapObject.OPEN, state)) {
            for (Program.Method other : program.overriding(type, name, count)) {
                // It has the fields of its own class
                HeapObject as = HeapObject.object(other.owner().declaration().name(), null)
                        .withTaints(interpreter.deep.taints(self, state));
                Value object = Value.object(interpreter.newObject(state, as));
                Target.add(
                        targets,
                        new Target(other.closure(modules.frame(other.owner().unit())), object));
            }
        }
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
        return List.of(new Site.Given(null, members.element(value, null, state), expression, true));
    }

    /** {@code new T(…)}. */
    Value create(Expression.New it, String taker, Frame frame, State state) {
        Value type = evaluator.value(it.type(), frame, state);
        List<Site.Given> arguments = arguments(it.arguments(), frame, state);
        if (it.body() != null) {
            return anonymous(it, type, arguments, frame, state);
        }
        String name = type.symbol();
        if (name == null && type.functions().isEmpty()) {
            name = Matcher.lastName(it.type());
        }
        if (name == null) {
            Value self = Value.object(interpreter.newObject(state, HeapObject.object(null, null)));
            for (Closure function : type.functions()) {
                invoke(new Target(function, self), arguments, it.span(), frame, state);
            }
            return self;
        }
        Callee callee = new Callee(created(name), name.substring(name.lastIndexOf('.') + 1), false);
        Site site = new Site(callee, arguments, null, null, null, taker, it.span());
        if (program.classOf(name) != null) {
            rules(site, frame, state);
            return instance(name, arguments, it.span(), frame, state);
        }
        Value value = result(site, List.of(), frame, state);
        return value.types().isEmpty() ? typed(value, name, state) : value;
    }

    private List<String> created(String name) {
        return program.withSupertypes(name).stream().map(each -> "new " + each).toList();
    }

    Value typed(Value value, String type, State state) {
        if (!value.objects().isEmpty()) {
            return value.withTypes(Set.of(type));
        }
        if (type.equals(program.rules().literal("string"))) {
            // Nobody changes a text: what is found out of it is found out of the value
            return value.withTypes(Set.of(type));
        }
        HeapObject object =
                HeapObject.object(type, null).withTaints(value.taints()).withMarks(value.marks());
        return value.withTypes(Set.of(type)).withObjects(Set.of(interpreter.newObject(state, object)));
    }

    private Value anonymous(Expression.New it, Value type, List<Site.Given> arguments, Frame frame, State state) {
        String name = it.body() == null ? "" : it.body().name();
        Value self = Value.object(interpreter.newObject(state, HeapObject.object(name, frame)));
        if (it.body() != null) {
            for (var field : it.body().fields()) {
                if (field.value() != null) {
                    Value value = evaluator.value(field.value(), field.name(), frame, state);
                    self.objects().forEach(id -> state.change(id, of -> of.withEntry(field.name(), value)));
                }
            }
            for (FunctionDeclaration method : it.body().methods()) {
                frame.made.add(new Closure(method, frame.unit, it.body(), frame));
            }
        }
        if (type.symbol() != null) {
            Site site = new Site(
                    new Callee(created(type.symbol()), Matcher.lastName(it.type()), false),
                    arguments,
                    null,
                    null,
                    null,
                    "",
                    it.span());
            rules(site, frame, state);
        }
        return self;
    }

    /** A new object of a class of the code base that is called to make one: rules on the library's classes that it has it from hold for it too. */
    private Value made(String type, List<Site.Given> arguments, Span span, Frame frame, State state) {
        Value self = instance(type, arguments, span, frame, state);
        List<String> names = program.withSupertypes(type).stream()
                .filter(each -> program.classOf(each) == null)
                .toList();
        if (!names.isEmpty()) {
            Callee callee = new Callee(names, Program.end(type), false);
            Site.Given result = Site.Given.of(self, new Expression.Name(callee.simpleName(), span));
            rules(new Site(callee, arguments, null, result, null, "", span), frame, state);
        }
        return self;
    }

    /** A new object of one of the code base's classes. */
    private Value instance(String type, List<Site.Given> arguments, Span span, Frame frame, State state) {
        int id = interpreter.newObject(state, HeapObject.object(type, null));
        Value self = Value.object(id).withTypes(Set.of(type));
        for (String each : List.copyOf(program.withSupertypes(type)).reversed()) {
            Program.Declared declared = program.classOf(each);
            if (declared != null && interpreter.patient()) {
                Frame around = modules.frame(declared.unit());
                Frame there = interpreter.newFrame(declared.unit(), declared.declaration(), null, around);
                for (var field : declared.declaration().fields()) {
                    if (!field.isStatic() && field.value() != null) {
                        Value value = evaluator.value(field.value(), field.name(), there, state);
                        state.change(id, of -> of.withEntry(field.name(), value));
                    }
                }
            }
        }
        Program.Method constructor = program.method(type, FunctionDeclaration.CONSTRUCTOR, arguments.size());
        if (constructor != null) {
            Frame around = modules.frame(constructor.owner().unit());
            invoke(new Target(constructor.closure(around), self), arguments, span, frame, state);
        } else {
            List<Taint> taints = taints(arguments, state);
            state.change(id, of -> of.withTaints(Taints.join(of.taints(), taints)));
        }
        return self;
    }

    private List<Taint> taints(List<Site.Given> parts, State state) {
        List<Taint> all = List.of();
        for (Site.Given part : parts) {
            all = Taints.join(all, interpreter.deep.taints(part.value(), state));
        }
        return all;
    }

    private void rules(Site site, Frame frame, State state) {
        for (Rule.Sink sink : program.rules().sinks(site.callee())) {
            members.sink(sink, site, frame, state);
        }
        for (Rule.Check check : program.rules().checks(site.callee())) {
            if (interpreter.matcher.holds(check.where(), site, state, null)) {
                String value = null;
                for (var condition : check.where()) {
                    for (Site.Given part : interpreter.matcher.parts(condition.selector(), site, state)) {
                        value = value == null ? Evaluator.shown(part.value()) : value;
                    }
                }
                interpreter.reports.check(check, site.callee().shown(), value, frame, site.span());
            }
        }
    }

    private Value result(Site site, List<Target> targets, Frame frame, State state) {
        rules(site, frame, state);
        List<Model> models = program.rules().calls(site.callee()).stream()
                .filter(model -> interpreter.matcher.holds(model.where(), site, state, null))
                .toList();
        Value value = null;
        for (Target target : targets) {
            if (interpreter.patient()
                    && !interpreter.running(target.function().declaration())
                    && worth(target, site, state)) {
                Value each = invoke(target, site.arguments(), site.span(), frame, state);
                value = value == null ? each : value.join(each);
            }
        }
        boolean own = value != null;
        String type = program.rules().result(site.callee());
        if (value == null && !targets.isEmpty()) {
            // One of our own that was not looked into: what it gives is of the type that it says
            String declared = targets.getFirst().function().declaration().result();
            type = type == null ? declared : type;
        }
        if (value == null) {
            value = library(site, models, type, frame, state);
        }
        for (Model model : models) {
            if (model instanceof Model.Source source) {
                Origin origin = new Origin(site.span().in(frame.unit.path()), source.exposure(), source.what());
                Taint taint = Taint.fresh(origin, Value.union(source.clears(), harmless(models)));
                value = Value.UNKNOWN
                        .withTypes(value.types())
                        .tainted(same(site) ? state.recall(List.of(taint)) : List.of(taint));
            }
        }
        if (type != null && (!own || value.types().isEmpty())) {
            value = typed(value, type, state);
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
                || !taints(site.arguments(), state).isEmpty()
                || site.receiver() != null
                        && !interpreter
                                .deep
                                .taints(site.receiver().value(), state)
                                .isEmpty();
    }

    private Value library(Site site, List<Model> models, @Nullable String type, Frame frame, State state) {
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
        for (Model model : models) {
            switch (model) {
                case Model.Create create -> {
                    value = containers.create(create, site, type, state);
                    modelled = true;
                }
                case Model.Effect effect
                when site.receiver() != null -> {
                    Value receiver = site.receiver().value();
                    Set<Integer> objects = members.made(site.receiver().expression(), receiver, frame, state);
                    Value now = receiver.objects().isEmpty() && !objects.isEmpty()
                            ? receiver.withObjects(objects)
                            : receiver;
                    Value result = containers.effect(effect.what(), site, objects, now, state);
                    if (effect.what().fills()) {
                        interpreter.kept(now, taints(site.arguments(), state));
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
                        ? result.tainted(through(received(site, state), site, frame))
                        : result.join(answers);
                continue;
            }
            List<Taint> taints =
                    through(taints(interpreter.matcher.parts(flow.from(), site, state), state), site, frame);
            switch (flow.to().kind()) {
                case RESULT -> {
                    result = result.tainted(taints);
                    same |= flow.from().kind() == Selector.Kind.RECEIVER;
                }
                default -> {
                    for (Site.Given part : interpreter.matcher.parts(flow.to(), site, state)) {
                        interpreter.kept(part.value(), taints);
                        for (int id : members.made(part.expression(), part.value(), frame, state)) {
                            state.change(id, of -> of.withTaints(Taints.join(of.taints(), taints)));
                        }
                    }
                }
            }
        }
        if (same && site.receiver() != null && site.callee().simpleName().equals("append")) {
            // Builders give themselves back
            Set<Integer> objects =
                    members.made(site.receiver().expression(), site.receiver().value(), frame, state);
            result = result.withObjects(Value.union(result.objects(), objects))
                    .withTypes(site.receiver().value().types());
        }
        return result;
    }

    private List<Taint> received(Site site, State state) {
        return site.receiver() == null
                ? List.of()
                : interpreter.deep.taints(site.receiver().value(), state);
    }

    private List<Taint> through(List<Taint> taints, Site site, Frame frame) {
        String name = site.callee().simpleName();
        return Taints.map(taints, taint -> {
            Taint stepped = taint.at(taint.trace().then(site.span().in(frame.unit.path()), "Goes through " + name));
            return SAME.contains(name)
                    ? stepped
                    : stepped.through(name, site.span().line());
        });
    }

    /** Nobody knows what it does: likely it makes something of what it is given. */
    private Value unmodelled(Site site, Value answers, Frame frame, State state) {
        Value bean = bean(site, state);
        if (bean != null) {
            return bean;
        }
        List<Taint> taints = taints(site.arguments(), state);
        taints = Taints.join(taints, interpreter.deep.taints(answers, state));
        if (site.receiver() != null) {
            taints = Taints.join(taints, interpreter.deep.taints(site.receiver().value(), state));
            fill(site, state);
        }
        String name = site.callee().simpleName();
        if (asks(name)) {
            return Value.UNKNOWN;
        }
        Value value = Value.UNKNOWN.tainted(through(taints, site, frame));
        if (PATTERNS.contains(name)
                && !site.arguments().isEmpty()
                && site.arguments().getFirst().value().constantOnly() != null) {
            return remembering(value, site.arguments().getFirst().value(), state);
        }
        if (TESTS.contains(name) && site.receiver() != null) {
            Value pattern = interpreter.deep.entry(site.receiver().value(), PATTERN, state);
            return pattern == null ? value : remembering(value, pattern, state);
        }
        if (MATCHERS.contains(name) && site.receiver() != null) {
            Value pattern = interpreter.deep.entry(site.receiver().value(), PATTERN, state);
            List<Taint> subject = taints(site.arguments(), state);
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

    /** Whether it is named like a question, whose answer is yes or no: {@code isEmpty}, {@code has_next}. */
    private static boolean asks(String name) {
        int length = name.startsWith("is") ? 2 : name.startsWith("has") ? 3 : name.length();
        return length < name.length() && (name.charAt(length) == '_' || Character.isUpperCase(name.charAt(length)));
    }

    /** How what comes of it begins. */
    private static Value begun(Value value, Site site) {
        String name = site.callee().simpleName();
        if (value.prefix() != null) {
            return value;
        }
        if (name.equals("URL") && site.arguments().size() > 1) {
            return value.withPrefix(Addresses.prefix(
                    site.arguments().get(0).value(), site.arguments().get(1).value()));
        }
        Value from = null;
        boolean object = site.receiver() != null && site.receiver().value().symbol() == null;
        if (object && (SAME.contains(name) || CONTINUED.contains(name))) {
            from = java.util.Objects.requireNonNull(site.receiver()).value();
        } else if (!site.arguments().isEmpty()
                && (site.receiver() == null || site.receiver().value().symbol() != null)
                && (MADE_OF.contains(name) || FORMATS.contains(name) || SAME.contains(name))) {
            from = site.arguments().getFirst().value();
        }
        if (from == null || from.prefix() == null) {
            return value;
        }
        return value.withPrefix(FORMATS.contains(name) ? Operations.beforeFormat(from.prefix()) : from.prefix());
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
        String value = program.setting(key);
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
        boolean fills = name.startsWith("add")
                || name.startsWith("append")
                || name.startsWith("put")
                || name.startsWith("set")
                || name.startsWith("push")
                || name.startsWith("insert")
                || name.startsWith("extend")
                || name.startsWith("update")
                || name.startsWith("write")
                || name.startsWith("concat");
        if (fills && site.receiver() != null) {
            List<Taint> taints = taints(site.arguments(), state);
            for (int id : site.receiver().value().objects()) {
                state.change(id, of -> of.withTaints(Taints.join(of.taints(), taints)));
            }
            interpreter.kept(site.receiver().value(), taints);
        }
    }

    /** Calls a function as its caller would, who gives it these arguments. */
    Value applied(Closure function, List<Site.Given> arguments, Span span, Frame frame, State state) {
        return invoke(new Target(function, null), arguments, span, frame, state);
    }

    private Value invoke(Target target, List<Site.Given> arguments, Span span, Frame frame, State state) {
        if (!interpreter.patient() || interpreter.running(target.function().declaration())) {
            return Value.UNKNOWN.tainted(taints(arguments, state));
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
