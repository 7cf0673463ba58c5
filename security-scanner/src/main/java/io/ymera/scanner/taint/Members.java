package io.ymera.scanner.taint;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads members, and things by their full names. */
final class Members {

    /** The name of what loops take out of something. */
    private static final String EACH = "%each";

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
        Value read = modelled(callee, result, Site.Given.of(object, expression), span, frame, state);
        return interpreter.schemas.member(object, name, read, state);
    }

    /** How many elements there are in a list that somebody wrote down; null if nobody knows. */
    private static @Nullable Value length(Value object, State state) {
        List<Value> items = Containers.known(object, state);
        return items == null || items.isEmpty() ? null : Value.constant((long) items.size());
    }

    private boolean plain(Value object, String name, State state) {
        for (String type : interpreter.deep.types(object, state)) {
            ClassDeclaration.Field field = program.field(type, name);
            if (field != null && field.type() != null && program.plain(field.type())) {
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
            Value kind = interpreter.constructed.field(type, name, state);
            return kind == null && taints.isEmpty() ? null : (kind == null ? Value.UNKNOWN : kind).tainted(taints);
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
            if (!PlainTypes.plain(field.type()) && value.constants() == null) {
                value = value.withObjects(Set.of(interpreter.newObject(state, HeapObject.object(field.type(), null))));
            }
        }
        String key = FieldFacts.inside(declaring, name);
        boolean library = field.type() != null && program.rules().marks(field.type());
        Set<String> marks = owner == null || !library || !interpreter.looksAt(owner.unit())
                ? Set.of()
                : interpreter.setups.of(owner, key);
        for (int id : value.objects()) {
            interpreter.foundIn(id, key);
            if (library) {
                interpreter.setups.kept(id, key, Set.of());
                state.change(id, of -> of.withMarks(Value.union(of.marks(), marks)));
            }
        }
        return value.tainted(taints);
    }

    /** What a loop takes out of something: models may say that of a type under {@link #EACH}. */
    Value each(Value object, Value element, Expression expression, Frame frame, State state) {
        Callee callee = names(object, EACH, state);
        return callee.names().isEmpty()
                ? element
                : modelled(callee, element, Site.Given.of(object, expression), expression.span(), frame, state);
    }

    /** What models say of a read, added to what is known without them. */
    private Value modelled(Callee callee, Value known, Site.Given receiver, Span span, Frame frame, State state) {
        Value value = known;
        List<Model> models = program.rules().reads(callee);
        Site site = Site.read(callee, receiver, span);
        for (Model model : models) {
            if (model instanceof Model.Source source && interpreter.matcher.holds(source.where(), site, state, null)) {
                Origin origin = Origin.ofRead(site, source, frame, interpreter.root());
                value = value.tainted(state.recall(List.of(Taint.fresh(origin, source.clears()))));
            }
        }
        for (Model model : models) {
            if (model instanceof Model.Sanitizer sanitizer
                    && interpreter.matcher.holds(sanitizer.where(), site, state, null)) {
                value = value.mapTaints(taint -> taint.clear(sanitizer.clears()));
            }
        }
        interpreter.detection.read(site, frame, state);
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
}
