package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interprets statements: joins what is known where ways meet, and goes twice through loops. */
final class Statements {

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;

    Statements(Interpreter interpreter, Evaluator evaluator) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
    }

    /** Interprets a statement; the state is that behind it afterwards. */
    void execute(Statement statement, Frame frame, State state) {
        if (state.dead()) {
            return;
        }
        interpreter.step();
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
        if (it.type() != null && PlainTypes.boxed(it.type())) {
            value = value.mapTaints(taint -> taint.clear(Set.of(Taint.allBut(Bounds.SIZE))));
        }
        if (it.type() != null && meant(it.type())) {
            value = value.withTaints(value.taints().stream()
                    .filter(taint -> taint.origin().exposure() != Model.Exposure.INTERNAL)
                    .toList());
        }
        state.put(frame.variable(it.name()), evaluator.stepped(value, it.span(), "Is kept in " + it.name(), frame));
        if (it.value() != null) {
            interpreter.detection.assigned(it.name(), value, it.span(), frame, state);
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
                interpreter.detection.taken(taker, value, it.span(), frame, state);
            }
            List<Annotation> around = frame.owner == null ? List.of() : frame.owner.annotations();
            for (Rule.Sink sink : program.rules().returnSinks(frame.function.annotations(), around)) {
                interpreter.detection.returned(sink, value, it, frame, state);
            }
            interpreter.detection.given(value, it, frame, state);
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
        List<Fact> checked = checked(iterable, before, ends, state);
        ends.forEach(end -> checked.forEach(end::apply));
        finish(ends, target, state);
    }

    /** What each turn has found out about parts of data: that holds of all of it, also if it has no parts. */
    private List<Fact> checked(Value iterable, State before, List<State> ends, State state) {
        List<Taint> parts = interpreter.deep.taints(iterable, state);
        List<State> turns =
                ends.stream().filter(end -> end.cleared() != before.cleared()).toList();
        if (parts.isEmpty() || turns.isEmpty()) {
            return List.of();
        }
        return turns.getFirst().cleared().stream()
                .filter(fact -> before.cleared().stream().noneMatch(fact::sameAs))
                .filter(fact ->
                        turns.stream().allMatch(turn -> turn.cleared().stream().anyMatch(fact::sameAs)))
                .map(Quantifiers::whole)
                .filter(fact ->
                        fact.about().stream().anyMatch(about -> parts.stream().anyMatch(part -> part.comesFrom(about))))
                .toList();
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
}
