package io.ymera.scanner.taint;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes members and elements, and things by their full names. */
final class Members {

    /** A type of what was found under a name that somebody from outside has chosen. */
    private static final String REACHED = "%reached";
    /** The type of objects that inherit nothing. */
    private static final String BARE = "%bare";

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;
    private final Modules modules;
    private final Methods methods;
    /** Fields whose first values are being evaluated. */
    private final Set<ClassDeclaration.Field> reading = Collections.newSetFromMap(new IdentityHashMap<>());

    Members(Interpreter interpreter, Evaluator evaluator, Modules modules) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
        this.modules = modules;
        this.methods = new Methods(interpreter, modules);
    }

    /** What is there for all functions by this name: of its own file or of the language. */
    Value global(String name, Frame frame, State state) {
        Unit unit = frame.unit;
        if (!unit.body().isEmpty()) {
            Value own = state.get(new Variable(modules.frame(unit).id, name));
            if (own != null) {
                return own.tainted(interpreter.facts.of(FieldFacts.key(unit.path(), name)));
            }
        }
        return symbol(name, new Span(1, 1, 1, 1), frame, state);
    }

    /** A thing by its full name. */
    Value symbol(String path, Span span, Frame frame, State state) {
        if (program.classOf(path) != null) {
            return Value.symbol(path);
        }
        Unit module = program.module(path);
        if (module != null && !module.body().isEmpty() && module != frame.unit) {
            return Value.symbol(path);
        }
        int dot = path.lastIndexOf('.');
        if (dot > 0) {
            Value owner = Value.symbol(path.substring(0, dot));
            Value own = ofSymbol(path.substring(0, dot), path.substring(dot + 1), span, frame, state);
            if (own != null) {
                return own;
            }
            return modelled(
                    new Callee(List.of(path), path.substring(dot + 1), false),
                    Value.symbol(path),
                    Site.Given.of(owner, new Expression.Symbol(path, span)),
                    span,
                    frame,
                    state);
        }
        return modelled(
                new Callee(List.of(path), path, false),
                Value.symbol(path),
                Site.Given.of(Value.UNKNOWN, new Expression.Symbol(path, span)),
                span,
                frame,
                state);
    }

    /** The names of a member of a value. */
    Callee names(Value object, String name, State state) {
        List<String> names = new ArrayList<>();
        if (object.symbol() != null) {
            names.add(object.symbol() + "." + name);
            for (String type : program.withSupertypes(object.symbol())) {
                if (!type.equals(object.symbol())) {
                    names.add(type + "." + name);
                }
            }
        }
        for (String type : interpreter.deep.types(object, state)) {
            for (String each : program.withSupertypes(type)) {
                names.add(each + "." + name);
            }
        }
        boolean unknown = names.isEmpty();
        return new Callee(names, name, unknown);
    }

    Value read(Expression.Member it, Frame frame, State state) {
        Value object = evaluator.value(it.object(), frame, state);
        return read(object, it.name(), it.object(), it.span(), frame, state);
    }

    /** A member of a value. */
    Value read(Value object, String name, Expression expression, Span span, Frame frame, State state) {
        Value found = null;
        if (object.symbol() != null) {
            found = ofSymbol(object.symbol(), name, span, frame, state);
        }
        Value entry = interpreter.deep.entry(object, name, state);
        if (entry != null) {
            found = found == null ? entry : found.join(entry);
        }
        List<Taint> whole = Taints.map(object.taints(), taint -> taint.member(name));
        for (int id : object.objects()) {
            HeapObject of = state.object(id);
            // What was given a member after the rest of it came has that
            if (!of.entries().containsKey(name)) {
                whole = Taints.join(whole, Taints.map(of.taints(), taint -> taint.member(name)));
            }
            if (of.kind() != HeapObject.Kind.LIST && !of.rest().none()) {
                found = found == null ? of.rest() : found.join(of.rest());
            }
            if (entry == null && of.type() != null) {
                Value field = field(of.type(), name, frame, state);
                if (field != null) {
                    found = found == null ? field : found.join(field);
                    int target = id;
                    Value keep = field;
                    if (!field.objects().isEmpty()) {
                        state.change(target, changed -> changed.withEntry(name, keep));
                    }
                }
            }
        }
        if (found == null && object.objects().isEmpty()) {
            for (String type : object.types()) {
                Value field = field(type, name, frame, state);
                found = field == null ? found : field;
            }
        }
        if (found == null && object.symbol() == null) {
            found = methods.named(object, name, state);
        }
        if (found == null && name.equals("length")) {
            found = length(object, state);
        }
        if (found == null) {
            found = object.symbol() == null ? Value.UNKNOWN : Value.symbol(object.symbol() + "." + name);
        }
        // What was made of data from outside by types that say so has numbers where they say so
        Value result = plain(object, name, state) ? found : found.over(state.recall(whole));
        if (name.equals("href")) {
            result = result.withPrefix(object.prefix());
        }
        Callee callee = names(object, name, state);
        return modelled(callee, result, Site.Given.of(object, expression), span, frame, state);
    }

    /** How many elements there are in a list that somebody wrote down; null if nobody knows. */
    private static @Nullable Value length(Value object, State state) {
        List<Value> items = Containers.known(object, state);
        return items == null || items.isEmpty() ? null : Value.constant((long) items.size());
    }

    private boolean plain(Value object, String name, State state) {
        for (String type : interpreter.deep.types(object, state)) {
            ClassDeclaration.Field field = program.field(type, name);
            if (field != null && field.type() != null && Interpreter.plain(field.type())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Value ofSymbol(String owner, String name, Span span, Frame frame, State state) {
        Program.Declared declared = program.classOf(owner);
        if (declared != null) {
            Program.Method method = program.method(owner, name, -1);
            if (method != null) {
                return Value.of(method.closure(modules.frame(method.owner().unit())));
            }
            Value field = field(owner, name, frame, state);
            if (field != null) {
                return field;
            }
        }
        String path = owner + "." + name;
        if (program.classOf(path) != null) {
            return Value.symbol(path);
        }
        Unit module = program.module(owner);
        if (module != null && !module.body().isEmpty()) {
            Value member = modules.member(module, name);
            if (member != null) {
                return member;
            }
        }
        Unit inner = program.module(path);
        return inner != null && !inner.body().isEmpty() ? Value.symbol(path) : null;
    }

    /** A field as any object of the class may have it. */
    private @Nullable Value field(String type, String name, Frame frame, State state) {
        ClassDeclaration.Field field = program.field(type, name);
        String declaring = program.owner(type, name);
        Program.Declared owner = program.classOf(declaring);
        List<Taint> taints = owner == null || interpreter.looksAt(owner.unit())
                ? interpreter.facts.of(program.withSupertypes(type), type, name)
                : List.of();
        if (field == null) {
            return taints.isEmpty() ? null : Value.UNKNOWN.tainted(taints);
        }
        Value value = Value.UNKNOWN;
        // A first value may be made of the field itself, over others
        if (!reading.add(field)) {
            return value.tainted(taints);
        }
        if (field.value() != null && owner != null && !program.assigned(name) && interpreter.patient()) {
            Frame there = interpreter.newFrame(owner.unit(), owner.declaration(), null, modules.frame(owner.unit()));
            value = evaluator.value(field.value(), name, there, state);
        } else if (field.value() != null
                && owner != null
                && !(field.value() instanceof Expression.Literal)
                && interpreter.patient()) {
            // What is put there later may be another constant, but seldom another kind of thing
            Frame there = interpreter.newFrame(owner.unit(), owner.declaration(), null, modules.frame(owner.unit()));
            value = evaluator
                    .value(field.value(), name, there, state)
                    .withConstants(null)
                    .withPrefix(null);
        }
        reading.remove(field);
        if (field.type() != null && value.types().isEmpty() && value.objects().isEmpty() && value.symbol() == null) {
            value = value.withTypes(Set.of(field.type()));
            if (!Interpreter.plain(field.type()) && value.constants() == null) {
                value = value.withObjects(Set.of(interpreter.newObject(state, HeapObject.object(field.type(), null))));
            }
        }
        for (int id : value.objects()) {
            interpreter.foundIn(id, FieldFacts.inside(declaring, name));
        }
        return value.tainted(taints);
    }

    /** What models say of a read, added to what is known without them. */
    private Value modelled(Callee callee, Value known, Site.Given receiver, Span span, Frame frame, State state) {
        Value value = known;
        List<Model> models = program.rules().reads(callee);
        Site site = Site.read(callee, receiver, span);
        for (Model model : models) {
            if (model instanceof Model.Source source && interpreter.matcher.holds(source.where(), site, state, null)) {
                Origin origin = new Origin(span.in(frame.unit.path()), source.exposure(), source.what());
                value = value.tainted(state.recall(List.of(Taint.fresh(origin, source.clears()))));
            }
        }
        for (Model model : models) {
            if (model instanceof Model.Sanitizer sanitizer
                    && interpreter.matcher.holds(sanitizer.where(), site, state, null)) {
                value = value.mapTaints(taint -> taint.clear(sanitizer.clears()));
            }
        }
        for (Rule.Check check : program.rules().readChecks(callee)) {
            if (interpreter.matcher.holds(check.where(), site, state, null)) {
                interpreter.reports.check(check, callee.shown(), null, frame, span);
            }
        }
        String type = program.rules().result(callee);
        if (type != null && value.types().isEmpty()) {
            value = value.withTypes(Set.of(type));
        }
        Object constant = value.symbol() == null ? null : program.rules().constant(value.symbol());
        if (constant != null) {
            value = value.withConstants(Set.of(constant)).withPrefix(constant instanceof String text ? text : null);
        }
        // An address without a host leads nowhere else
        List<Fact> facts = new ArrayList<>(Guards.parts(false, value.taints(), program.rules()));
        for (Model model : models) {
            if (model instanceof Model.Guard guard && interpreter.matcher.holds(guard.where(), site, state, null)) {
                facts.addAll(Guards.facts(guard, site, interpreter, state));
            }
        }
        return facts.isEmpty() ? value : value.withFacts(facts);
    }

    Value element(Expression.Element it, Frame frame, State state) {
        Value object = evaluator.value(it.object(), frame, state);
        Value index = evaluator.value(it.index(), frame, state);
        Object constant = index.constantOnly();
        if (constant instanceof String name) {
            // An element by a constant name is a member, in the languages where both are the same and in the others too
            Value member = read(object, name, it.object(), it.span(), frame, state);
            return member.symbol() == null
                    ? member
                    : member.tainted(element(object, constant, state).taints());
        }
        if (object.constantOnly() instanceof String text && constant instanceof Long at) {
            Object letter = Constants.method("charAt", text, List.of(at));
            return letter == null ? element(object, constant, state) : Value.constant(letter);
        }
        return constant == null ? chosen(object, index, state) : element(object, constant, state);
    }

    /** An element that data or something unknown chooses: who finds one in a table that somebody wrote down has asked for one of its keys. */
    private Value chosen(Value object, Value index, State state) {
        Value value = index.constants() == null || !index.taints().isEmpty()
                ? element(object, null, state)
                : index.constants().stream()
                        .map(each -> element(object, each, state))
                        .reduce(Value.NONE, Value::join);
        boolean table = !object.objects().isEmpty()
                && object.objects().stream()
                        .map(state::object)
                        .allMatch(of -> of.kind() == HeapObject.Kind.MAP
                                && of.rest().none()
                                && !of.entries().isEmpty());
        if (table && value.constants() != null) {
            value = value.withConstants(Value.union(value.constants(), Set.of(Predicates.NULL)));
        }
        if (table) {
            value = value.withFacts(Guards.membership(index, object, interpreter, state));
        }
        boolean bare = interpreter.deep.types(object, state).contains(BARE);
        if (bare) {
            value = value.withTypes(Value.union(value.types(), Set.of(BARE)));
        } else if (program.rules().isType(REACHED)
                && index.taints().stream().anyMatch(taint -> taint.harms("prototype"))) {
            value = value.withTypes(Value.union(value.types(), Set.of(REACHED)));
        }
        // Which letter it is can be guessed if its place can
        return value.tainted(Taints.generated(index.taints()));
    }

    /** An element of a value, or any of them if {@code key} is null. */
    Value element(Value object, @Nullable Object key, State state) {
        String part = key == null ? "*" : String.valueOf(key);
        Value found = Value.UNKNOWN.tainted(Taints.map(object.taints(), taint -> taint.member(part)));
        Value known = Value.NONE;
        for (int id : object.objects()) {
            HeapObject of = state.object(id);
            found = found.tainted(Taints.map(of.taints(), taint -> taint.member(part)));
            known = known.join(key == null ? of.element() : element(of, key));
        }
        List<Taint> taints = state.recall(found.taints());
        return known.none() ? found.withTaints(taints) : known.tainted(taints);
    }

    private static Value element(HeapObject of, Object key) {
        if (of.kind() == HeapObject.Kind.LIST && of.exact() && key instanceof Long index) {
            int at = (int) (index < 0 ? index + of.items().size() : index);
            return at >= 0 && at < of.items().size() ? of.items().get(at) : Value.UNKNOWN;
        }
        if (of.kind() == HeapObject.Kind.LIST) {
            return of.element();
        }
        Value entry = of.entries().get(key);
        return entry == null ? of.rest() : entry.join(of.rest());
    }

    /** A list of what is behind the first elements. */
    Value rest(Value object, int from, State state) {
        HeapObject list = HeapObject.list(program.rules().literal("list"), List.of());
        boolean exact = !object.objects().isEmpty();
        Value all = Value.NONE;
        for (int id : object.objects()) {
            HeapObject of = state.object(id);
            exact &= of.kind() == HeapObject.Kind.LIST
                    && of.exact()
                    && object.objects().size() == 1;
            list = exact
                    ? HeapObject.list(
                            list.type(),
                            of.items()
                                    .subList(
                                            Math.min(from, of.items().size()),
                                            of.items().size()))
                    : list;
            all = all.join(of.element());
        }
        HeapObject result = exact ? list : list.inexact(all);
        return Value.object(interpreter.newObject(state, result)).tainted(object.taints());
    }

    void write(Expression.Member target, Value value, Frame frame, State state) {
        Value object = evaluator.value(target.object(), frame, state);
        Callee callee = names(object, target.name(), state);
        Site site = Site.write(
                callee, Site.Given.of(object, target.object()), Site.Given.of(value, target), null, target.span());
        for (Rule.Sink sink : program.rules().writeSinks(callee)) {
            sink(sink, site, frame, state);
        }
        for (Rule.Check check : program.rules().writeChecks(callee)) {
            if (interpreter.matcher.holds(check.where(), site, state, null)) {
                interpreter.reports.check(check, callee.shown(), Evaluator.shown(value), frame, target.span());
            }
        }
        evaluator.variable(target.name(), value, target.span(), frame, state);
        Set<Integer> objects = made(target.object(), object, frame, state);
        for (int id : objects) {
            boolean only = objects.size() == 1;
            state.change(id, of -> {
                Value before = of.entries().get(target.name());
                return of.withEntry(target.name(), only || before == null ? value : before.join(value));
            });
            String type = state.object(id).type();
            if (type != null) {
                fact(type, target.name(), value, state);
            }
        }
        if (object.symbol() != null && program.classOf(object.symbol()) != null) {
            fact(program.owner(object.symbol(), target.name()), target.name(), value, state);
        }
        for (Model model : program.rules().writes(callee)) {
            if (model instanceof Model.Mark mark && interpreter.matcher.holds(mark.where(), site, state, null)) {
                mark(mark, objects, state);
            }
        }
    }

    private void fact(String type, String name, Value value, State state) {
        interpreter.facts.add(program.withSupertypes(type), type, name, interpreter.deep.taints(value, state));
    }

    /** Puts a mark on objects, or takes it from them. */
    static void mark(Model.Mark mark, Set<Integer> objects, State state) {
        String set = mark.set();
        String unset = mark.unset();
        for (int id : objects) {
            if (set != null) {
                state.change(id, of -> of.withMark(set, true));
            }
            if (unset != null) {
                state.change(id, of -> of.withMark(unset, false));
            }
        }
    }

    /** The objects that a value is; a variable that holds something unknown holds a new object from now on. */
    Set<Integer> made(Expression expression, Value object, Frame frame, State state) {
        if (!object.objects().isEmpty() || !(expression instanceof Expression.Name name) || object.symbol() != null) {
            return object.objects();
        }
        Variable variable = evaluator.variable(name.name(), frame, state);
        if (variable == null) {
            return Set.of();
        }
        String type =
                object.types().isEmpty() ? null : object.types().iterator().next();
        int id = interpreter.newObject(state, HeapObject.object(type, null));
        state.put(variable, object.withConstants(null).withObjects(Set.of(id)));
        return Set.of(id);
    }

    void writeElement(Expression.Element target, Value value, Frame frame, State state) {
        Value object = evaluator.value(target.object(), frame, state);
        Value key = evaluator.value(target.index(), frame, state);
        Callee callee = new Callee(List.of("[]"), "[]", false);
        Site site = Site.write(
                callee,
                Site.Given.of(object, target.object()),
                Site.Given.of(value, target),
                Site.Given.of(key, target.index()),
                target.span());
        for (Rule.Sink sink : program.rules().writeSinks(callee)) {
            sink(sink, site, frame, state);
        }
        Object constant = key.constantOnly();
        if (constant instanceof String name) {
            write(new Expression.Member(target.object(), name, target.span()), value, frame, state);
            return;
        }
        Set<Integer> objects = made(target.object(), object, frame, state);
        for (int id : objects) {
            state.change(id, of -> {
                if (of.kind() == HeapObject.Kind.LIST
                        && of.exact()
                        && constant instanceof Long index
                        && index >= 0
                        && index < of.items().size()) {
                    List<Value> items = new ArrayList<>(of.items());
                    items.set((int) (long) index, value);
                    return of.withItems(items);
                }
                return constant != null && of.kind() != HeapObject.Kind.LIST
                        ? of.withEntry(constant, value)
                        : of.withRest(value);
            });
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
            case STORED -> false;
        };
    }
}
