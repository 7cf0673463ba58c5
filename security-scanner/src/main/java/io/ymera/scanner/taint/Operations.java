package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates operators, and what their answers say of their operands. */
final class Operations {

    private final Interpreter interpreter;
    private final Evaluator evaluator;

    Operations(Interpreter interpreter, Evaluator evaluator) {
        this.interpreter = interpreter;
        this.evaluator = evaluator;
    }

    Value value(Expression.Operation it, Frame frame, State state) {
        List<Expression> operands = it.operands();
        boolean pairwise = !it.operator().equals(",")
                && !it.operator().equals("yield")
                && !it.operator().equals("+");
        if (operands.size() > 2 && pairwise) {
            Expression.Operation left =
                    new Expression.Operation(it.operator(), operands.subList(0, operands.size() - 1), it.span());
            return value(
                    new Expression.Operation(it.operator(), List.of(left, operands.getLast()), it.span()),
                    frame,
                    state);
        }
        return switch (it.operator()) {
            case "&&" -> both(operands, frame, state);
            case "||" -> either(operands, frame, state);
            case "??" -> orElse(operands, frame, state);
            case "!" -> not(evaluator.value(operands.getFirst(), frame, state));
            case "==", "!=" -> compared(it, frame, state);
            case "in" -> in(it, frame, state);
            case "+" -> sum(it, frame, state);
            case "," -> last(operands, frame, state);
            case "yield" -> yielded(operands, frame, state);
            case "instanceof" -> kind(operands, frame, state);
            default -> computed(it, frame, state);
        };
    }

    private Value both(List<Expression> operands, Frame frame, State state) {
        Value left = evaluator.value(operands.getFirst(), frame, state);
        Boolean truth = Constants.truth(left);
        if (Boolean.FALSE.equals(truth)) {
            return left;
        }
        State right = state.copy();
        right.assume(left, true);
        Value second = evaluator.value(operands.getLast(), frame, right);
        state.join(right);
        List<Fact> facts = new ArrayList<>();
        facts.addAll(when(true, left));
        facts.addAll(when(true, second));
        facts.addAll(AnswerFacts.both(when(false, left), when(false, second)));
        Value result =
                Boolean.TRUE.equals(truth) ? second : second.join(left).withConstants(decided(left, second, true));
        return result.withFacts(facts);
    }

    private Value either(List<Expression> operands, Frame frame, State state) {
        String taker = evaluator.taker();
        Value left = evaluator.value(operands.getFirst(), frame, state);
        Boolean truth = Constants.truth(left);
        if (Boolean.TRUE.equals(truth)) {
            return left;
        }
        State right = state.copy();
        right.assume(left, false);
        Value second = evaluator.value(operands.getLast(), taker, frame, right);
        evaluator.fallback(taker, left, second, operands.getLast().span(), frame, right);
        state.join(right);
        List<Fact> facts = new ArrayList<>();
        facts.addAll(when(false, left));
        facts.addAll(when(false, second));
        facts.addAll(AnswerFacts.both(when(true, left), when(true, second)));
        Value result =
                Boolean.FALSE.equals(truth) ? second : left.join(second).withConstants(decided(left, second, false));
        return result.withFacts(facts);
    }

    private Value orElse(List<Expression> operands, Frame frame, State state) {
        String taker = evaluator.taker();
        Value left = evaluator.value(operands.getFirst(), frame, state);
        Value second = evaluator.value(operands.getLast(), taker, frame, state);
        evaluator.fallback(taker, left, second, operands.getLast().span(), frame, state);
        return left.join(second);
    }

    /** {@code a && false} is false and {@code a || true} is true, whatever a is. */
    private static @Nullable Set<Object> decided(Value left, Value right, boolean and) {
        Boolean truth = Constants.truth(right);
        return truth != null && truth != and ? Set.of(truth) : null;
    }

    private static List<Fact> when(boolean truth, Value value) {
        return value.facts().stream().filter(fact -> fact.when() == truth).toList();
    }

    private static Value not(Value value) {
        Boolean truth = Constants.truth(value);
        Value result = truth == null ? Value.UNKNOWN : Value.constant(!truth);
        return result.withFacts(value.facts().stream().map(Fact::negated).toList());
    }

    private Value compared(Expression.Operation it, Frame frame, State state) {
        Expression left = it.operands().getFirst();
        Expression right = it.operands().getLast();
        Value one = evaluator.value(left, frame, state);
        Value other = evaluator.value(right, frame, state);
        Value result = Value.UNKNOWN;
        if (one.taints().isEmpty() && other.taints().isEmpty()) {
            result = result.withConstants(Constants.combine(
                    one.constants(), other.constants(), (a, b) -> Constants.operate(it.operator(), a, b)));
        }
        rules(it, one, other, frame, state);
        List<Fact> facts = equality(left, one, right, other, frame, state);
        return result.withFacts(
                it.operator().equals("==")
                        ? facts
                        : facts.stream().map(Fact::negated).toList());
    }

    /** Holds a comparison against the rules on such, from either side. */
    private void rules(Expression.Operation it, Value one, Value other, Frame frame, State state) {
        Callee callee = new Callee(List.of(), "==", false);
        List<Rule.Check> checks = interpreter.program.rules().checks(callee);
        if (checks.isEmpty()) {
            return;
        }
        Site.Given left = Site.Given.of(one, it.operands().getFirst());
        Site.Given right = Site.Given.of(other, it.operands().getLast());
        for (Site site : List.of(
                new Site(callee, List.of(right), left, null, null, "", it.span()),
                new Site(callee, List.of(left), right, null, null, "", it.span()))) {
            for (Rule.Check check : checks) {
                if (interpreter.matcher.holds(check.where(), site, state, null)) {
                    interpreter.reports.check(check, "==", null, frame, it.span());
                }
            }
        }
    }

    /** What is known if two are equal, or not. */
    List<Fact> equality(Expression left, Value one, @Nullable Expression right, Value other, Frame frame, State state) {
        List<Fact> facts = new ArrayList<>();
        typeOf(left, other, frame, state, facts);
        equal(left, one, other, frame, state, facts);
        if (right != null) {
            typeOf(right, one, frame, state, facts);
            equal(right, other, one, frame, state, facts);
        }
        return facts;
    }

    private void typeOf(Expression asked, Value answer, Frame frame, State state, List<Fact> facts) {
        if (asked instanceof Expression.Operation it
                && it.operator().equals("typeof")
                && answer.constantOnly() instanceof String type) {
            Set<String> kinds = interpreter.program.rules().clearedByType(type);
            Value subject = evaluator.value(it.operands().getFirst(), frame, state);
            if (!kinds.isEmpty() && !subject.taints().isEmpty()) {
                facts.add(Fact.clears(true, subject.taints(), kinds));
            }
        }
    }

    private void equal(Expression expression, Value value, Value other, Frame frame, State state, List<Fact> facts) {
        boolean trusted = interpreter.deep.taints(other, state).isEmpty() && meansSomething(other);
        if (!value.taints().isEmpty() && trusted) {
            facts.addAll(Guards.allowed(value.taints(), interpreter.program.rules()));
            if (other.constantOnly() instanceof String constant) {
                facts.addAll(Guards.unequal(value.taints(), constant, interpreter.program.rules()));
            }
        }
        Object constant = other.constantOnly();
        if (!value.taints().isEmpty() && !trusted) {
            // A part that tells: it may be compared with whatever is not sent by those who send the rest
            List<Taint> others = interpreter.deep.taints(other, state);
            Guards.parts(true, value.taints(), interpreter.program.rules()).stream()
                    .filter(fact -> others.stream()
                            .noneMatch(taint -> fact.clears().stream().anyMatch(taint::harms)))
                    .forEach(facts::add);
        }
        if (expression instanceof Expression.Name name && constant != null && constant != Predicates.NULL) {
            Variable variable = evaluator.variable(name.name(), frame, state);
            if (variable != null) {
                facts.add(Fact.equal(true, variable, constant));
            }
        }
    }

    /** A constant that is not empty, or a thing that has a name: what somebody wrote down, not what may be anything. */
    private static boolean meansSomething(Value value) {
        if (value.constants() == null) {
            return value.symbol() != null;
        }
        return !value.constants().isEmpty()
                && value.constants().stream()
                        .allMatch(constant ->
                                constant instanceof String text ? !text.isEmpty() : constant instanceof Number);
    }

    private Value in(Expression.Operation it, Frame frame, State state) {
        Value one = evaluator.value(it.operands().getFirst(), frame, state);
        Value all = evaluator.value(it.operands().getLast(), frame, state);
        Site site = new Site(
                new Callee(List.of(), "in", false),
                List.of(Site.Given.of(one, it.operands().getFirst())),
                Site.Given.of(all, it.operands().getLast()),
                null,
                null,
                "",
                it.span());
        List<Fact> facts = new ArrayList<>(Guards.membership(one, all, interpreter, state));
        facts.addAll(Guards.without(all, one, interpreter, state));
        for (Model model : interpreter.program.rules().calls(site.callee())) {
            if (model instanceof Model.Guard guard && interpreter.matcher.holds(guard.where(), site, state, null)) {
                facts.addAll(Guards.facts(guard, site, interpreter, state));
            }
        }
        Set<Object> constants = Constants.combine(
                all.constants(), one.constants(), (text, part) -> Constants.method("contains", text, List.of(part)));
        Boolean known = constants == null ? Containers.contains(all, one, state) : null;
        return Value.UNKNOWN
                .withConstants(known == null ? constants : Set.of(known))
                .withFacts(facts);
    }

    private Value sum(Expression.Operation it, Frame frame, State state) {
        Value sum = evaluator.value(it.operands().getFirst(), frame, state);
        if (it.operands().size() == 1) {
            return Value.UNKNOWN;
        }
        Value last = sum;
        for (Expression operand : it.operands().subList(1, it.operands().size())) {
            Value next = evaluator.value(operand, frame, state);
            sum = sum(sum, last, next, it, frame, state);
            last = next;
        }
        return sum;
    }

    private Value sum(Value left, Value last, Value right, Expression.Operation it, Frame frame, State state) {
        Set<Object> constants =
                Constants.combine(left.constants(), right.constants(), (a, b) -> Constants.operate("+", a, b));
        if (constants != null && constants.stream().allMatch(Number.class::isInstance)) {
            return Value.UNKNOWN.withConstants(constants);
        }
        boolean longer = !right.taints().isEmpty() && isList(left, state);
        if (!left.objects().isEmpty() && (longer || !right.objects().isEmpty())) {
            return together(left, right, state);
        }
        Value text = evaluator
                .concatenation(left, last, right, it.span(), frame, state)
                .withConstants(constants);
        return modelled("+", left, text, state);
    }

    private static boolean isList(Value value, State state) {
        return !value.objects().isEmpty()
                && value.objects().stream()
                        .allMatch(id -> state.object(id).kind() == HeapObject.Kind.LIST
                                && state.object(id).taints().isEmpty());
    }

    /** What a type makes of an operator on it, as models say: texts that escape whatever is put behind them. */
    private Value modelled(String operator, Value left, Value result, State state) {
        String string = interpreter.program.rules().literal("string");
        Value now = result;
        for (String type : interpreter.deep.types(left, state)) {
            if (!type.equals(string)) {
                Callee callee = new Callee(List.of(type + "." + operator), operator, false);
                for (Model model : interpreter.program.rules().calls(callee)) {
                    now = model instanceof Model.Sanitizer it ? now.mapTaints(taint -> taint.clear(it.clears())) : now;
                }
                String made = interpreter.program.rules().result(callee);
                now = made == null ? now : now.withTypes(Set.of(made));
            }
        }
        return now;
    }

    /** One list behind the other. */
    private Value together(Value left, Value right, State state) {
        List<Value> first = Containers.known(left, state);
        List<Value> second = Containers.known(right, state);
        if (first != null && second != null) {
            List<Value> all = new ArrayList<>(first);
            all.addAll(second);
            String type = state.object(left.objects().iterator().next()).type();
            return Value.object(interpreter.newObject(state, HeapObject.list(type, all)));
        }
        HeapObject joined = HeapObject.list(interpreter.program.rules().literal("list"), List.of());
        for (int id : Value.union(left.objects(), right.objects())) {
            HeapObject part = state.object(id);
            joined = joined.inexact(part.element()).withTaints(Taints.join(joined.taints(), part.taints()));
        }
        if (right.objects().isEmpty()) {
            // What is behind the first elements, none of which it is
            joined = joined.inexact(Value.UNKNOWN.tainted(Taints.map(right.taints(), taint -> taint.member("*"))));
            return Value.object(interpreter.newObject(state, joined)).tainted(left.taints());
        }
        return Value.object(interpreter.newObject(state, joined)).tainted(Taints.join(left.taints(), right.taints()));
    }

    /** What is of a class that somebody has made for it was written for others to read; an error of any kind was not. */
    private Value kind(List<Expression> operands, Frame frame, State state) {
        List<Taint> taints = interpreter.deep.taints(evaluator.value(operands.getFirst(), frame, state), state);
        String type = evaluator.value(operands.getLast(), frame, state).symbol();
        boolean any = type == null || interpreter.program.rules().caught(List.of(type)) != null;
        return any || taints.isEmpty()
                ? Value.UNKNOWN
                : Value.UNKNOWN.withFacts(List.of(Fact.clears(true, taints, Set.of(Rule.DISCLOSURE))));
    }

    private Value last(List<Expression> operands, Frame frame, State state) {
        Value value = Value.UNKNOWN;
        for (Expression operand : operands) {
            value = evaluator.value(operand, frame, state);
        }
        return value;
    }

    private Value yielded(List<Expression> operands, Frame frame, State state) {
        for (Expression operand : operands) {
            frame.answers.add(new Frame.Answer(evaluator.value(operand, frame, state), state.copy()));
        }
        return Value.UNKNOWN;
    }

    private Value computed(Expression.Operation it, Frame frame, State state) {
        List<Value> operands = it.operands().stream()
                .map(operand -> evaluator.value(operand, frame, state))
                .toList();
        if (operands.size() == 1) {
            Object constant = operands.getFirst().constantOnly();
            return it.operator().equals("-") && constant instanceof Number
                    ? result(Constants.operate("-", 0L, constant))
                    : Value.UNKNOWN;
        }
        Value left = operands.getFirst();
        Value right = operands.getLast();
        // A number is harmless whoever sends it, but one that can be guessed makes others that can
        List<Taint> all = Taints.join(left.taints(), right.taints());
        List<Taint> guessable = Taints.join(Taints.generated(all), Bounds.numbers(all));
        Value result = Value.UNKNOWN
                .withConstants(Constants.combine(
                        left.constants(), right.constants(), (a, b) -> Constants.operate(it.operator(), a, b)))
                .tainted(guessable)
                .withFacts(Bounds.of(it, left, right));
        if (it.operator().equals("%") && !(left.constantOnly() instanceof Number)) {
            // The formatting of texts; a remainder of data from outside is harmless, but nobody computes one of a text
            List<Taint> taints =
                    Taints.join(interpreter.deep.taints(left, state), interpreter.deep.taints(right, state));
            Value text = Value.typed(interpreter.program.rules().literal("string"))
                    .tainted(taints)
                    .withPrefix(beforeFormat(left.prefix()));
            return modelled("%", left, evaluator.stepped(text, it.span(), "Becomes part of a text", frame), state);
        }
        // A path is put together with a slash by some
        return it.operator().equals("/") && !(right.constantOnly() instanceof Number)
                ? result.tainted(Taints.join(left.taints(), right.taints()))
                        .withTypes(left.types())
                        .withPrefix(left.prefix())
                : result;
    }

    private static Value result(@Nullable Object constant) {
        return constant == null ? Value.UNKNOWN : Value.constant(constant);
    }

    /** Whether a text that nobody from outside has written begins with something unknown, such as a setting, and leaves no host open at its end. */
    static boolean endsHost(Value text, Value last) {
        boolean known = text.prefix() != null && !text.prefix().isEmpty();
        if (text.constantOnly() != null || known) {
            return false;
        }
        if (!(last.constantOnly() instanceof String end)) {
            return true;
        }
        int host = end.lastIndexOf("//");
        return host < 0 ? !end.endsWith("@") && !end.endsWith(".") : end.indexOf('/', host + 2) > 0;
    }

    /** What of a format stands in front of what is filled in. */
    static @Nullable String beforeFormat(@Nullable String format) {
        if (format == null) {
            return null;
        }
        int sign = format.indexOf('%');
        return sign < 0 ? format : sign == 0 ? null : format.substring(0, sign);
    }
}
