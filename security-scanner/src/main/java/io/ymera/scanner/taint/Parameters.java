package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parameters of a function hold of which nobody knows who calls it: what models say of such functions, and what they say themselves. */
final class Parameters {

    private final Interpreter interpreter;
    private final RuleSet rules;
    private final Constraints constraints;

    Parameters(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.rules = interpreter.program.rules();
        this.constraints = new Constraints(interpreter);
    }

    /** What models say of a function: by its annotations, by what it overrides, by the types and names of its parameters, by its class. */
    List<Model.Entry> entries(Closure function) {
        FunctionDeclaration declaration = function.declaration();
        List<Model.Entry> entries = new ArrayList<>(rules.entries(declaration.annotations()));
        for (Parameter parameter : declaration.parameters()) {
            Model.Entry beside = parameter.type() == null ? null : rules.beside(parameter.type());
            if (beside != null) {
                entries.add(beside);
            }
        }
        if (function.owner() != null) {
            Set<String> types =
                    interpreter.program.withSupertypes(function.owner().name());
            entries.addAll(rules.overridden(types, declaration.name()));
            Model.Entry within = interpreter.relevance.called(declaration) ? null : rules.within(types);
            if (within != null) {
                entries.add(within);
            }
        }
        Model.Entry byName = rules.entry(
                declaration.parameters().stream().map(Parameter::name).toList());
        if (byName != null) {
            entries.add(byName);
        }
        return entries;
    }

    /** What may be given for a parameter. */
    Value value(int position, List<Model.Entry> entries, Closure function, State state) {
        Parameter parameter = function.declaration().parameters().get(position);
        String made = rules.parameterType(parameter.annotations());
        String type = made == null ? parameter.type() : made;
        for (Model.Entry entry : entries) {
            if (type == null && position < entry.types().size()) {
                String modelled = entry.types().get(position);
                type = modelled.isEmpty() || modelled.equals("_") ? null : modelled;
            }
        }
        Value value = Value.typed(type);
        if (type != null && !interpreter.program.plain(type) && !type.equals(rules.literal("string"))) {
            value = value.withObjects(Set.of(interpreter.newObject(state, HeapObject.object(type, null))));
        }
        Model.Source source = source(parameter, position, type, entries, function);
        if (source == null || source.exposure() == Model.Exposure.TRUSTED || ofPlain(parameter)) {
            return value;
        }
        Origin origin = new Origin(parameter.span().in(function.unit().path()), source.exposure(), source.what());
        boolean self = position == 0 && parameter.name().equals("self");
        if ((type == null || !interpreter.program.plain(type)) && !self) {
            Set<String> harmless = Value.union(
                    Value.union(source.clears(), interpreter.schemas.kinds(parameter, function, state)),
                    constraints.of(parameter, function, state));
            harmless = type == null ? harmless : Value.union(harmless, rules.clearedByText(type));
            return constraints.inside(parameter, value, Taint.fresh(origin, harmless), function, state);
        }
        return source.exposure() == Model.Exposure.REMOTE && PlainTypes.whole(type)
                ? value.tainted(List.of(Taint.fresh(origin, Set.of(Taint.allBut(Bounds.SIZE)))))
                : value;
    }

    private Model.@Nullable Source source(
            Parameter parameter, int position, @Nullable String type, List<Model.Entry> entries, Closure function) {
        Model.Source source = rules.parameter(parameter.annotations());
        Model.Source typed = type == null ? null : rules.typed(interpreter.program.withSupertypes(type));
        if (source == null || typed != null && typed.exposure() == Model.Exposure.TRUSTED) {
            source = typed;
        }
        for (Model.Entry entry : entries) {
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
            source = rules.caught(List.of(type));
        }
        return source;
    }

    /** Whether all elements of a collection are numbers and the like, or those of an array that is no text in bytes or letters. */
    private boolean ofPlain(Parameter parameter) {
        String type = parameter.type();
        if (type != null
                && type.endsWith("[]")
                && !type.startsWith("byte")
                && !type.startsWith("char")
                && interpreter.program.plain(type.substring(0, type.indexOf('[')))) {
            return true;
        }
        return parameter.annotations().stream()
                .filter(annotation -> annotation.name().equals(Annotation.ELEMENTS))
                .anyMatch(annotation -> !annotation.arguments().isEmpty()
                        && annotation.arguments().stream().allMatch(this::plain));
    }

    private boolean plain(Argument argument) {
        return argument.value() instanceof Expression.Symbol(String type, var skipped)
                && interpreter.program.plain(type);
    }

    /** Whether somebody else must call it, as no function here does. */
    private boolean strange(Closure function) {
        return function.owner() == null && !interpreter.relevance.called(function.declaration());
    }

    private static boolean plainly(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.ONE && parameter.preset() == null;
    }
}
