package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is known of data, and of what a call gives back, once it has been called: checks and marks. */
final class CallFacts {

    /** By this method front ends say that something was asked of each element, as {@code every} does. */
    private static final String OF_EACH = "%of-each";
    /** The same of any, as {@code some} does. */
    private static final String OF_ANY = "%of-any";

    /** Make a truth value of what they are given: it says what that says. */
    private static final Set<String> TRUTHS = Set.of("bool", "Boolean");

    private final Interpreter interpreter;
    private final Shapes shapes;

    CallFacts(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.shapes = new Shapes(interpreter);
    }

    /** The result with what models say of it. */
    Value of(Site site, List<Model> models, Value result, State state) {
        Value value = result;
        for (Model model : models) {
            value = model instanceof Model.Shape shape ? shapes.of(shape, site, value, state) : value;
        }
        List<Fact> facts = new ArrayList<>(value.facts());
        for (Model model : models) {
            switch (model) {
                case Model.Mark mark -> value = marked(mark, site, value, state);
                case Model.Inherit inherit -> value = inherited(inherit, site, value, state);
                case Model.Assertion assertion ->
                    interpreter
                            .matcher
                            .parts(assertion.of(), site, state)
                            .forEach(part -> state.assume(part.value(), true));
                case Model.Guard guard -> facts.addAll(Guards.facts(guard, site, interpreter, state));
                default -> {}
            }
        }
        facts.addAll(known(site, state));
        boolean each = site.callee().simpleName().equals(OF_EACH);
        if (site.receiver() != null && (each || site.callee().simpleName().equals(OF_ANY))) {
            facts.addAll(Guards.ofEach(site.receiver().value().facts(), each));
        }
        return value.withFacts(List.copyOf(facts));
    }

    /** Comparisons and look-ups by the names that they have everywhere. */
    private List<Fact> known(Site site, State state) {
        if (site.arguments().size() != 1) {
            return List.of();
        }
        Value argument = site.arguments().getFirst().value();
        if (site.receiver() == null) {
            return TRUTHS.contains(site.callee().simpleName()) ? argument.facts() : List.of();
        }
        Value receiver = site.receiver().value();
        return switch (site.callee().simpleName()) {
            case "equals", "equalsIgnoreCase", "contentEquals", "localeCompare" -> {
                List<Fact> facts = new ArrayList<>();
                equal(receiver, argument, state, facts);
                equal(argument, receiver, state, facts);
                yield facts;
            }
            case "contains", "includes", "has", "containsKey", "hasOwnProperty", "__contains__", "containsValue" -> {
                List<Fact> facts = new ArrayList<>(Guards.membership(argument, receiver, interpreter, state));
                facts.addAll(Guards.without(receiver, argument, interpreter, state));
                yield facts;
            }
            default -> List.of();
        };
    }

    private void equal(Value value, Value other, State state, List<Fact> facts) {
        if (value.taints().isEmpty()
                || !interpreter.deep.taints(other, state).isEmpty()
                || other.constantOnly() == Predicates.NULL) {
            return;
        }
        boolean wordsOnly = other.constants() != null
                && !other.constants().isEmpty()
                && other.constants().stream().allMatch(each -> each instanceof String text && !text.isEmpty());
        // The part that tells may be compared with what a setting says
        facts.addAll(
                wordsOnly
                        ? Guards.allowed(value.taints(), interpreter.program.rules())
                        : Guards.parts(true, value.taints(), interpreter.program.rules()));
    }

    private Value marked(Model.Mark mark, Site site, Value result, State state) {
        Value value = result;
        boolean onResult = mark.on().kind() == Selector.Kind.RESULT
                || mark.on().kind() == Selector.Kind.RECEIVER && site.receiver() == null;
        if (onResult) {
            Set<String> marks = new HashSet<>(value.marks());
            if (mark.set() != null) {
                marks.add(mark.set());
            }
            if (mark.unset() != null) {
                marks.remove(mark.unset());
            }
            value = value.withMarks(marks);
            Writes.mark(mark, value.objects(), interpreter, state);
        } else {
            interpreter
                    .matcher
                    .parts(mark.on(), site, state)
                    .forEach(part -> Writes.mark(mark, part.value().objects(), interpreter, state));
        }
        return value;
    }

    private Value inherited(Model.Inherit inherit, Site site, Value result, State state) {
        Value value = result;
        for (Site.Given part : interpreter.matcher.parts(inherit.of(), site, state)) {
            Set<String> marks = interpreter.deep.marks(part.value(), state);
            value = value.withMarks(Value.union(value.marks(), marks));
            for (int id : value.objects()) {
                state.change(id, of -> of.withMarks(Value.union(of.marks(), marks)));
            }
        }
        return value;
    }
}
