package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interprets statements and functions. One for a program; not thread-safe. */
final class Interpreter {

    /** Statements in one function with all that it calls; beyond that, calls are not looked into. */
    private static final int PATIENCE = 3_000;

    /** In all functions of one file, which are many where each calls all others. */
    private static final int PATIENCE_WITH_FILE = 10_000;

    private static final int PATIENCE_WITH_LINE = 10;
    private static final int DEEPEST = 8;
    /** What is of such a type is a number or a truth value, and was made so. */
    private static final String BOXED = "java.lang.";

    private static final Set<String> WHOLE = Set.of("int", "long", "Integer", "Long");
    private static final Set<String> TRUTHS = Set.of("boolean", "java.lang.Boolean", "Boolean", "bool");
    private static final Set<String> PLAIN = Set.of(
            "int",
            "long",
            "short",
            "byte",
            "float",
            "double",
            "boolean",
            "bool",
            "number",
            "Integer",
            "Long",
            "Short",
            "Double",
            "Float",
            "Boolean",
            "UUID",
            "date",
            "datetime",
            "Decimal",
            "BigDecimal",
            "BigInteger",
            "LocalDate",
            "LocalDateTime",
            "Instant");

    final Program program;
    final Reports reports = new Reports();
    final Deep deep = new Deep();
    final Matcher matcher;
    final FieldFacts facts;
    final Relevance relevance;
    final State.Globals globals = new State.Globals();
    private final Evaluator evaluator;
    private final Modules modules;
    private final Set<FunctionDeclaration> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FunctionDeclaration> running = new ArrayList<>();
    private final Map<Integer, String> fields = new HashMap<>();
    private int frames;
    private int objects;
    private int steps;
    private int inFile;
    private int patience;
    private boolean again;
    private @Nullable Unit looking;

    Interpreter(Program program, Relevance relevance, FieldFacts facts) {
        this.program = program;
        this.relevance = relevance;
        this.facts = facts;
        this.matcher = new Matcher(program, deep);
        this.modules = new Modules(this);
        this.evaluator = new Evaluator(this, modules);
    }

    int newObject(State state, HeapObject object) {
        int id = ++objects;
        state.put(id, object);
        return id;
    }

    Frame newFrame(
            Unit unit,
            @Nullable ClassDeclaration owner,
            @Nullable FunctionDeclaration function,
            @Nullable Frame around) {
        return new Frame(++frames, unit, owner, function, around);
    }

    /** Whether something may be found in a function of whose arguments none is from outside. */
    boolean worth(FunctionDeclaration function) {
        return again || relevance.worth(function);
    }

    /** From now on, what fields hold makes everything worth a look. */
    void secondPass() {
        again = true;
    }

    /** Whether a file is the one whose functions are being looked at, and not one of which these call something. */
    boolean looksAt(Unit unit) {
        return unit == looking;
    }

    /** Whether to go on looking into calls. */
    boolean patient() {
        return steps < PATIENCE && inFile < patience && running.size() < DEEPEST;
    }

    /** Whether a function has been called from within itself so often that another time says nothing new. */
    boolean running(FunctionDeclaration function) {
        return timesRunning(function) > 1;
    }

    /** How often a function is running now. */
    long timesRunning(FunctionDeclaration function) {
        return running.stream().filter(each -> each == function).count();
    }

    /** Looks at a file's body and at each of its functions, as if nobody had called it yet. */
    void root(Unit unit) {
        looking = unit;
        entered.clear();
        reports.from(unit.path());
        steps = 0;
        inFile = 0;
        patience = PATIENCE_WITH_FILE + PATIENCE_WITH_LINE * unit.lines().size();
        modules.state(unit);
        for (Closure function : modules.functions(unit)) {
            steps = 0;
            annotations(function.declaration().annotations(), function);
            if (worth(function.declaration())) {
                generic(function, modules.fresh(unit));
            }
        }
        for (ClassDeclaration declaration : unit.classes()) {
            Frame around = modules.frame(unit);
            Frame frame = newFrame(unit, declaration, null, around);
            annotations(declaration.annotations(), frame, declaration.span());
            steps = 0;
            fields(declaration, frame, modules.fresh(unit));
            for (FunctionDeclaration method : declaration.methods()) {
                if (declaration.simpleName().contains("%") && entered.contains(method)) {
                    continue;
                }
                steps = 0;
                Closure closure = new Closure(method, unit, declaration, around);
                annotations(method.annotations(), closure);
                if (worth(method)) {
                    generic(closure, modules.fresh(unit));
                }
            }
        }
    }

    private void fields(ClassDeclaration declaration, Frame frame, State state) {
        for (ClassDeclaration.Field field : declaration.fields()) {
            annotations(field.annotations(), frame, field.span());
            injected(field, declaration, frame.unit);
            if (field.value() != null) {
                evaluator.variable(
                        field.name(),
                        evaluator.value(field.value(), field.name(), frame, state),
                        field.span(),
                        frame,
                        state);
            }
        }
    }

    /** What others put into a field, as its annotations say. */
    private void injected(ClassDeclaration.Field field, ClassDeclaration owner, Unit unit) {
        Model.Source source =
                field.annotations().isEmpty() ? null : program.rules().parameter(field.annotations());
        if (source == null) {
            return;
        }
        boolean outside = source.exposure() == Model.Exposure.REMOTE || source.exposure() == Model.Exposure.LOCAL;
        if (outside && (field.type() == null || !plain(field.type()))) {
            Origin origin = new Origin(field.span().in(unit.path()), source.exposure(), source.what());
            facts.add(FieldFacts.key(owner.name(), field.name()), List.of(Taint.fresh(origin, source.clears())));
        }
    }

    private void annotations(List<Annotation> annotations, Closure function) {
        Frame frame = newFrame(function.unit(), function.owner(), function.declaration(), function.around());
        annotations(annotations, frame, function.declaration().span());
    }

    private void annotations(List<Annotation> annotations, Frame frame, Span span) {
        for (Annotation annotation : annotations) {
            List<Rule.Check> checks = program.rules().checks(annotation);
            if (!checks.isEmpty()) {
                evaluator.annotation(annotation, checks, frame, span, new State(globals));
            }
        }
    }

    /** Interprets a function with whatever arguments it may get. */
    Value generic(Closure function, State state) {
        return generic(function, Map.of(), state);
    }

    /** The same, with some of its arguments known, by position. */
    Value generic(Closure function, Map<Integer, Value> known, State state) {
        FunctionDeclaration declaration = function.declaration();
        if (running(declaration) || !patient()) {
            return Value.UNKNOWN;
        }
        List<String> names =
                declaration.parameters().stream().map(Parameter::name).toList();
        List<Model.Entry> entries = new ArrayList<>(program.rules().entries(declaration.annotations()));
        if (function.owner() != null) {
            entries.addAll(program.rules()
                    .overridden(program.withSupertypes(function.owner().name()), declaration.name()));
        }
        Model.Entry byName = program.rules().entry(names);
        if (byName != null) {
            entries.add(byName);
        }
        Map<Integer, Value> given = new HashMap<>();
        for (int i = 0; i < declaration.parameters().size(); i++) {
            Value value = known.get(i);
            given.put(
                    i, value != null ? value : unknown(declaration.parameters().get(i), i, entries, function, state));
        }
        Value self = null;
        if (function.owner() != null && !declaration.isStatic()) {
            // Whoever calls it may have an object of a class that extends this one
            HeapObject any = HeapObject.object(function.owner().name(), function.around())
                    .withMark(HeapObject.OPEN, true);
            self = Value.object(newObject(state, any));
        }
        return run(function, self, given, state);
    }

    private Value unknown(Parameter parameter, int position, List<Model.Entry> entries, Closure function, State state) {
        String type = parameter.type();
        Model.Source source = program.rules().parameter(parameter.annotations());
        for (Model.Entry entry : entries) {
            if (type == null && position < entry.types().size()) {
                String modelled = entry.types().get(position);
                type = modelled.isEmpty() || modelled.equals("_") ? null : modelled;
            }
            Model.Source each = entry.sources().get(String.valueOf(position));
            each = each == null ? entry.sources().get(parameter.name()) : each;
            each = each == null ? entry.sources().get(Model.Entry.EACH) : each;
            each = each == null && position >= entry.named().size() && strange(function) && plainly(parameter)
                    ? entry.sources().get(Model.Entry.UNCALLED)
                    : each;
            source = source == null ? each : source;
        }
        if (source == null && type != null && !entries.isEmpty()) {
            // What a handler is given is what it would have caught
            source = program.rules().caught(List.of(type));
        }
        Value value = Value.typed(type);
        if (type != null && !plain(type)) {
            value = value.withObjects(Set.of(newObject(state, HeapObject.object(type, null))));
        }
        if (source != null
                && (type == null || !plain(type))
                && !(position == 0 && parameter.name().equals("self"))) {
            Origin origin = new Origin(parameter.span().in(function.unit().path()), source.exposure(), source.what());
            value = value.tainted(List.of(Taint.fresh(origin, source.clears())));
        } else if (source != null && source.exposure() == Model.Exposure.REMOTE && whole(type)) {
            Origin origin = new Origin(parameter.span().in(function.unit().path()), source.exposure(), source.what());
            value = value.tainted(List.of(Taint.fresh(origin, Set.of(Taint.allBut(Bounds.SIZE)))));
        }
        return value;
    }

    private static boolean whole(@Nullable String type) {
        return type != null && WHOLE.contains(Program.end(type));
    }

    /** Whether somebody else must call it, as no function here does. */
    private boolean strange(Closure function) {
        return function.owner() == null && !relevance.called(function.declaration());
    }

    private static boolean plainly(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.ONE && parameter.preset() == null;
    }

    static boolean plain(String type) {
        return PLAIN.contains(Program.end(type));
    }

    /**
     * Interprets a function.
     *
     * @param self the object of the method, or null
     * @param given its arguments by the position of the parameter; what is missing has its preset value
     * @param state at the call; afterwards that at its end
     */
    Value run(Closure function, @Nullable Value self, Map<Integer, Value> given, State state) {
        FunctionDeclaration declaration = function.declaration();
        entered.add(declaration);
        running.add(declaration);
        Frame frame = newFrame(function.unit(), function.owner(), declaration, function.around());
        List<Fact> before = state.cleared();
        if (self != null) {
            state.put(frame.variable(Expression.Name.THIS), self);
        }
        for (int i = 0; i < declaration.parameters().size(); i++) {
            Parameter parameter = declaration.parameters().get(i);
            Value value = given.get(i);
            if (value == null) {
                value = parameter.preset() == null ? Value.UNKNOWN : evaluator.value(parameter.preset(), frame, state);
            }
            if (parameter.type() != null
                    && value.types().isEmpty()
                    && value.objects().isEmpty()) {
                value = value.withTypes(Set.of(parameter.type()));
            }
            evaluator.declare(parameter.target(), value, frame, state);
        }
        execute(declaration.body(), frame, state);
        uncalled(frame, state);
        Value answer = answer(frame, before, state);
        if (declaration.result() != null && TRUTHS.contains(declaration.result())) {
            // Nothing of what it was asked about is in a yes or no
            answer = answer.withTaints(List.of());
        }
        running.removeLast();
        if (frame.made.isEmpty()) {
            state.forget(frame);
        }
        return answer;
    }

    /** Functions that were made here and that nobody has called are called by somebody else, some time. */
    void uncalled(Frame frame, State state) {
        for (Closure function : List.copyOf(frame.made)) {
            if (!entered.contains(function.declaration())) {
                State then = atEnd(frame, state);
                annotations(function.declaration().annotations(), function);
                generic(function, then);
            }
        }
    }

    private static State atEnd(Frame frame, State state) {
        State then = state.copy();
        for (Frame.Answer answer : frame.answers) {
            then.join(answer.state());
        }
        then.revive();
        return then;
    }

    private Value answer(Frame frame, List<Fact> before, State state) {
        Value value = Value.NONE;
        if (!state.dead() && !frame.answers.isEmpty()) {
            frame.answers.add(new Frame.Answer(Value.constant(Predicates.NULL), state.copy()));
        }
        for (Frame.Answer answer : frame.answers) {
            value = value.join(answer.value());
        }
        List<Fact> known = AnswerFacts.of(frame.answers, before);
        for (Frame.Answer answer : frame.answers) {
            state.join(answer.state());
        }
        return value.none() ? Value.UNKNOWN : value.withFacts(known);
    }

    /** Interprets a statement; the state is that behind it afterwards. */
    void execute(Statement statement, Frame frame, State state) {
        if (state.dead()) {
            return;
        }
        steps++;
        inFile++;
        switch (statement) {
            case Statement.Evaluate it -> evaluator.value(it.expression(), frame, state);
            case Statement.Declare it -> declare(it, frame, state);
            case Statement.Block it -> it.statements().forEach(each -> execute(each, frame, state));
            case Statement.If it -> branch(it, frame, state);
            case Statement.Loop it -> loop(it, null, frame, state);
            case Statement.ForEach it -> forEach(it, null, frame, state);
            case Statement.Switch it -> choose(it, frame, state);
            case Statement.Try it -> attempt(it, frame, state);
            case Statement.Return it -> give(it, frame, state);
            case Statement.Throw it -> {
                evaluator.value(it.value(), frame, state);
                state.die();
            }
            case Statement.Break it -> leave(frame.target(it.label(), false), true, state);
            case Statement.Continue it -> leave(frame.target(it.label(), true), false, state);
            case Statement.Labelled it -> labelled(it, frame, state);
            case Statement.DeclareClass it -> evaluator.declareClass(it.declaration(), frame, state);
        }
    }

    private void declare(Statement.Declare it, Frame frame, State state) {
        Value value = it.value() == null ? Value.NONE : evaluator.value(it.value(), it.name(), frame, state);
        if (it.type() != null && value.objects().isEmpty() && value.symbol() == null) {
            value = value.none() ? value : value.withTypes(Set.of(it.type()));
        }
        if (it.type() != null && it.type().startsWith(BOXED) && plain(it.type())) {
            value = value.mapTaints(taint -> taint.clear(Set.of(Taint.allBut(Bounds.SIZE))));
        }
        if (it.type() != null && meant(it.type())) {
            value = value.withTaints(value.taints().stream()
                    .filter(taint -> taint.origin().exposure() != Model.Exposure.INTERNAL)
                    .toList());
        }
        state.put(frame.variable(it.name()), evaluator.stepped(value, it.span(), "Is kept in " + it.name(), frame));
        if (it.value() != null) {
            evaluator.variable(it.name(), value, it.span(), frame, state);
        }
    }

    /** Whether it is an error that says what it is meant to say: one's own, or one of which somebody knows what it is. */
    private boolean meant(String type) {
        return program.classOf(type) != null
                || type.endsWith("Exception") && program.rules().caught(List.of(type)) == null;
    }

    private void give(Statement.Return it, Frame frame, State state) {
        String taker = frame.function == null ? "" : frame.function.name();
        Value value =
                it.value() == null ? Value.constant(Predicates.NULL) : evaluator.value(it.value(), taker, frame, state);
        if (frame.function != null && it.value() != null) {
            if (made(it.value())) {
                evaluator.taken(taker, value, it.span(), frame, state);
            }
            List<Annotation> around = frame.owner == null ? List.of() : frame.owner.annotations();
            for (Rule.Sink sink : program.rules().returnSinks(frame.function.annotations(), around)) {
                evaluator.returned(sink, value, it, frame, state);
            }
            evaluator.given(value, it, frame, state);
        }
        if (!state.dead()) {
            frame.answers.add(new Frame.Answer(evaluator.parted(value, state), state.copy()));
            state.die();
        }
    }

    /** Whether it is no variable, nor one in another dress: these have been looked at before. */
    private static boolean made(Expression expression) {
        return switch (expression) {
            case Expression.Name it -> false;
            case Expression.Collection it -> false;
            case Expression.Call it ->
                !(it.callee() instanceof Expression.Member member && member.object() instanceof Expression.Name);
            default -> true;
        };
    }

    private void branch(Statement.If it, Frame frame, State state) {
        Value test = evaluator.value(it.test(), frame, state);
        Boolean truth = Constants.truth(test);
        if (truth != null) {
            state.assume(test, truth);
            execute(truth ? it.then() : it.otherwise(), frame, state);
            return;
        }
        State other = state.copy();
        state.assume(test, true);
        execute(it.then(), frame, state);
        other.assume(test, false);
        execute(it.otherwise(), frame, other);
        state.join(other);
    }

    private void loop(Statement.Loop it, @Nullable String label, Frame frame, State state) {
        Frame.Target target = new Frame.Target(label, true);
        List<State> ends = new ArrayList<>();
        State before = state.copy();
        for (int round = 0; round < 2; round++) {
            if (!(it.once() && round == 0) && it.test() != null) {
                Value test = evaluator.value(it.test(), frame, state);
                Boolean truth = Constants.truth(test);
                if (truth == null || !truth) {
                    State end = state.copy();
                    end.assume(test, false);
                    ends.add(end);
                }
                if (truth != null && !truth) {
                    break;
                }
                state.assume(test, true);
            }
            round(target, frame, state, it.body());
            execute(it.update(), frame, state);
            if (state.dead()) {
                break;
            }
            state.join(before);
            state.widen(before);
        }
        if (it.test() != null && !state.dead()) {
            ends.add(state.copy());
        }
        finish(ends, target, state);
    }

    private void round(Frame.Target target, Frame frame, State state, Statement body) {
        frame.targets.push(target);
        execute(body, frame, state);
        frame.targets.pop();
        target.continues.forEach(state::join);
        target.continues.clear();
    }

    private static void finish(List<State> ends, Frame.Target target, State state) {
        state.die();
        ends.forEach(state::join);
        target.breaks.forEach(state::join);
    }

    private void forEach(Statement.ForEach it, @Nullable String label, Frame frame, State state) {
        Value iterable = evaluator.value(it.iterable(), frame, state);
        Frame.Target target = new Frame.Target(label, true);
        List<State> ends = new ArrayList<>();
        State before = state.copy();
        if (!evaluator.certainlyNotEmpty(iterable, state)) {
            ends.add(before.copy());
        }
        for (int round = 0; round < 2 && !state.dead(); round++) {
            evaluator.assign(
                    it.target(), evaluator.each(iterable, it.keys(), it.iterable(), frame, state), frame, state);
            round(target, frame, state, it.body());
            if (!state.dead()) {
                ends.add(state.copy());
                state.join(before);
                state.widen(before);
            }
        }
        finish(ends, target, state);
    }

    private void choose(Statement.Switch it, Frame frame, State state) {
        Value subject = evaluator.value(it.subject(), frame, state);
        Frame.Target target = new Frame.Target(null, false);
        frame.targets.push(target);
        State unmatched = state.copy();
        State falling = state.copy();
        falling.die();
        List<State> ends = new ArrayList<>();
        Statement.Switch.@Nullable Case preset = null;
        for (Statement.Switch.Case each : it.cases()) {
            if (each.labels().isEmpty()) {
                preset = each;
            }
        }
        boolean decided = false;
        for (Statement.Switch.Case each : it.cases()) {
            State here = falling.copy();
            if (each.labels().isEmpty()) {
                // The default is taken by what matches no case, also of those behind it; what is known of them does not
                // matter much
                if (!decided && !matchesOne(subject, it.cases(), frame, state)) {
                    State other = unmatched.copy();
                    List<Value> labels = it.cases().stream()
                            .flatMap(one -> one.labels().stream())
                            .map(label -> evaluator.value(label, frame, unmatched))
                            .toList();
                    evaluator.unequalTo(it.subject(), subject, labels, frame, other);
                    here.join(other);
                }
            } else if (!decided) {
                for (Expression label : each.labels()) {
                    Value wanted = evaluator.value(label, frame, unmatched);
                    Boolean matched = evaluator.matches(subject, wanted);
                    if (matched == null) {
                        State chosen = unmatched.copy();
                        evaluator.equalTo(it.subject(), subject, wanted, frame, chosen);
                        here.join(chosen);
                    } else if (matched) {
                        here.join(unmatched.copy());
                        decided = true;
                        break;
                    }
                }
            }
            execute(each.body(), frame, here);
            if (each.through()) {
                falling = here;
            } else {
                falling = here.copy();
                falling.die();
                ends.add(here);
            }
        }
        ends.add(falling);
        if (preset == null && !decided) {
            ends.add(unmatched);
        }
        frame.targets.pop();
        finish(ends, target, state);
    }

    private boolean matchesOne(Value subject, List<Statement.Switch.Case> cases, Frame frame, State state) {
        for (Statement.Switch.Case each : cases) {
            for (Expression label : each.labels()) {
                if (Boolean.TRUE.equals(evaluator.matches(subject, evaluator.value(label, frame, state)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void attempt(Statement.Try it, Frame frame, State state) {
        State before = state.copy();
        execute(it.body(), frame, state);
        State failed = before.copy();
        State after = state.copy();
        after.revive();
        // Whatever the body did may have been done when it failed, or not
        failed.join(after);
        List<State> ends = new ArrayList<>();
        for (Statement.Try.Catch each : it.catches()) {
            State handler = failed.copy();
            if (each.variable() != null) {
                handler.put(frame.variable(each.variable()), exception(each, frame));
            }
            execute(each.body(), frame, handler);
            ends.add(handler);
        }
        ends.forEach(state::join);
        if (state.dead()) {
            execute(it.last(), frame, failed);
        } else {
            execute(it.last(), frame, state);
        }
    }

    private Value exception(Statement.Try.Catch caught, Frame frame) {
        Value exception = Value.UNKNOWN.withTypes(new LinkedHashSet<>(caught.types()));
        Model.Source source = program.rules().caught(caught.types());
        Span span = caught.span();
        if (source == null || span == null) {
            return exception;
        }
        Origin origin = new Origin(span.in(frame.unit.path()), source.exposure(), source.what());
        return exception.tainted(List.of(Taint.fresh(origin, Set.of())));
    }

    private static void leave(Frame.@Nullable Target target, boolean forever, State state) {
        if (target != null) {
            (forever ? target.breaks : target.continues).add(state.copy());
        }
        state.die();
    }

    private void labelled(Statement.Labelled it, Frame frame, State state) {
        switch (it.statement()) {
            case Statement.Loop loop -> {
                loop(loop, it.label(), frame, state);
            }
            case Statement.ForEach loop -> forEach(loop, it.label(), frame, state);
            default -> {
                Frame.Target target = new Frame.Target(it.label(), false);
                frame.targets.push(target);
                execute(it.statement(), frame, state);
                frame.targets.pop();
                target.breaks.forEach(state::join);
            }
        }
    }

    /** An object that was found in a field: what is put into it, others find there. */
    void foundIn(int object, String field) {
        fields.put(object, field);
    }

    /** Tells of data that was put into something that may have been found in a field. */
    void kept(Value value, List<Taint> taints) {
        for (int id : value.objects()) {
            String field = fields.get(id);
            if (field != null) {
                facts.add(field, taints);
            }
        }
    }

    /** Forgets what was running when something broke. */
    void recover() {
        running.clear();
    }
}
