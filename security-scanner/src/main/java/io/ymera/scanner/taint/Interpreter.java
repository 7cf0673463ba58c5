package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interprets functions, and knows how much of that there may be. One for a program; not thread-safe. */
final class Interpreter {

    /** Statements in one function with all that it calls; beyond that, calls are not looked into. */
    private static final int PATIENCE = 3_000;

    /** In all functions of one file, which are many where each calls all others. */
    private static final int PATIENCE_WITH_FILE = 10_000;

    private static final int PATIENCE_WITH_LINE = 10;
    private static final int DEEPEST = 8;
    final Program program;
    final Reports reports = new Reports();
    final Deep deep = new Deep();
    final Matcher matcher;
    final FieldFacts facts;
    final Relevance relevance;
    final State.Globals globals = new State.Globals();
    final Evaluator evaluator;
    final Detection detection;
    final Schemas schemas;
    final Constructed constructed;
    private final Statements statements;
    /** Functions that call one another. */
    final Chain chain = new Chain(this);

    private final Modules modules;
    private final Parameters parameters;
    final Setups setups;
    private final Set<FunctionDeclaration> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FunctionDeclaration> running = new ArrayList<>();
    private final Map<Integer, String> fields = new HashMap<>();
    private int root;
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
        this.parameters = new Parameters(this);
        this.setups = new Setups(this, modules);
        this.detection = new Detection(this);
        this.schemas = new Schemas(this, modules);
        this.constructed = new Constructed(this, modules);
        this.evaluator = new Evaluator(this, modules);
        this.statements = new Statements(this, evaluator);
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

    /** The number of the file whose functions are being looked at. */
    int root() {
        return root;
    }

    /** Whether to go on looking into calls. */
    boolean patient() {
        return steps < PATIENCE && inFile < patience && running.size() < DEEPEST;
    }

    /** Interprets a statement; the state is that behind it afterwards. */
    void execute(Statement statement, Frame frame, State state) {
        statements.execute(statement, frame, state);
    }

    /** Counts a statement. */
    void step() {
        steps++;
        inFile++;
    }

    /** Whether a function has been called from within itself so often that another time says nothing new. */
    boolean running(FunctionDeclaration function) {
        return timesRunning(function) > 1;
    }

    /** How often a function is running now. */
    int timesRunning(FunctionDeclaration function) {
        int times = 0;
        for (FunctionDeclaration each : running) {
            times += each == function ? 1 : 0;
        }
        return times;
    }

    /** Looks at a file's body and at each of its functions, as if nobody had called it yet. */
    void root(Unit unit) {
        looking = unit;
        root++;
        entered.clear();
        // What is found out for one file must not depend on which others were looked at before
        schemas.forget();
        constructed.forget();
        chain.forget();
        setups.clear();
        reports.from(unit.path());
        steps = 0;
        inFile = 0;
        patience = PATIENCE_WITH_FILE + PATIENCE_WITH_LINE * unit.lines().size();
        modules.state(unit);
        for (Closure function : modules.functions(unit)) {
            steps = 0;
            annotations(function.declaration().annotations(), function);
            if (worth(function.declaration()) && !chain.ran(function.declaration())) {
                generic(function, modules.fresh(unit));
            }
        }
        for (ClassDeclaration declaration : unit.classes()) {
            Frame around = modules.frame(unit);
            Frame frame = newFrame(unit, declaration, null, around);
            annotations(declaration.annotations(), frame, Annotated.of(declaration));
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
            annotations(field.annotations(), frame, Annotated.of(field));
            injected(field, declaration, frame.unit);
            if (field.value() != null) {
                detection.assigned(
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
        if (outside && (field.type() == null || !program.plain(field.type()))) {
            Origin origin = new Origin(field.span().in(unit.path()), source.exposure(), source.what());
            facts.add(FieldFacts.key(owner.name(), field.name()), List.of(Taint.fresh(origin, source.clears())));
        }
    }

    private void annotations(List<Annotation> annotations, Closure function) {
        Frame frame = newFrame(function.unit(), function.owner(), function.declaration(), function.around());
        annotations(annotations, frame, Annotated.of(function.declaration()));
    }

    private void annotations(List<Annotation> annotations, Frame frame, Annotated thing) {
        for (Annotation annotation : annotations) {
            List<Rule.Check> checks = program.rules().checks(annotation);
            if (!checks.isEmpty()) {
                detection.annotation(annotation, checks, thing, frame, new State(globals));
            }
        }
    }

    /** Interprets a function with whatever arguments it may get. */
    Value generic(Closure function, State state) {
        return generic(function, Map.of(), state);
    }

    /** The same, with some of its arguments known, by position. */
    Value generic(Closure function, Map<Integer, Value> known, State state) {
        ClassDeclaration owner = function.owner();
        Value self =
                owner == null || function.declaration().isStatic() ? null : any(owner.name(), function.around(), state);
        return generic(function, self, known, state);
    }

    /** Any object of a class: whoever calls a method may have one of a class that extends it. */
    Value any(String type, @Nullable Frame around, State state) {
        HeapObject any = HeapObject.object(type, around).withMark(HeapObject.OPEN, true);
        return Value.object(newObject(state, any));
    }

    /** The same, as a method of a known object. */
    Value generic(Closure function, @Nullable Value self, Map<Integer, Value> known, State state) {
        FunctionDeclaration declaration = function.declaration();
        if (running(declaration) || !patient()) {
            return Value.UNKNOWN;
        }
        List<Model.Entry> entries = parameters.entries(function);
        Map<Integer, Value> given = new HashMap<>();
        for (int i = 0; i < declaration.parameters().size(); i++) {
            Value value = known.get(i);
            given.put(i, value != null ? value : parameters.value(i, entries, function, state));
        }
        if (self == null && !declaration.annotations().isEmpty()) {
            return decorated(function, given, state);
        }
        return run(function, self, given, state);
    }

    /** Interprets a function as those who call it do: through its decorators, if they call it. */
    private Value decorated(Closure function, Map<Integer, Value> given, State state) {
        Value around = evaluator.decorators.around(function, state);
        if (around.functions().contains(function)) {
            return run(function, null, given, state);
        }
        FunctionDeclaration declaration = function.declaration();
        boolean before = entered.remove(declaration);
        Frame frame = modules.frame(function.unit());
        Value answer = evaluator.decorators.called(around, declaration, given, frame, state);
        if (entered.contains(declaration)) {
            return answer;
        }
        if (before) {
            entered.add(declaration);
        }
        return run(function, null, given, state);
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
        Chain.Next next = chain.next(declaration);
        if (next != null) {
            return next.call(given, state);
        }
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
        statements.execute(declaration.body(), frame, state);
        uncalled(frame, state);
        Value answer = answer(frame, before, state);
        if (declaration.result() != null && PlainTypes.truth(declaration.result())) {
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
