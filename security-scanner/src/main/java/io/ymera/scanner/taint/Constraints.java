package io.ymera.scanner.taint;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.RuleSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What annotations say that texts from outside are like: those of a parameter, of the fields of what it holds, and patterns in the paths that lead to it. */
final class Constraints {

    /** {@code {name:pattern}}; in the pattern there may be braces of its own. */
    private static final Pattern IN_PATH = Pattern.compile("\\{\\s*(\\w+)\\s*:\\s*((?:[^{}]|\\{[^{}]*})+)}");

    private final Interpreter interpreter;
    private final RuleSet rules;

    Constraints(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.rules = interpreter.program.rules();
    }

    /** The kinds of rules for which a parameter is harmless. */
    Set<String> of(Parameter parameter, Closure function, State state) {
        if (parameter.annotations().isEmpty()) {
            return Set.of();
        }
        Frame frame = frame(function);
        Set<String> kinds = new HashSet<>(of(parameter.annotations(), parameter.span(), frame, state));
        for (Annotation annotation : function.declaration().annotations()) {
            annotation.arguments().forEach(path -> inPath(path.value(), parameter, kinds));
        }
        return kinds;
    }

    /** A value that holds data, with what is known of the members of that. */
    Value inside(Parameter parameter, Value value, Taint taint, Closure function, State state) {
        Program.Declared declared = parameter.type() == null || !rules.validated(parameter.annotations())
                ? null
                : interpreter.program.classOf(parameter.type());
        if (declared == null || value.objects().size() != 1) {
            return value.tainted(List.of(taint));
        }
        Frame frame = frame(function);
        int id = value.objects().iterator().next();
        state.change(id, of -> of.withTaints(List.of(taint)));
        for (ClassDeclaration.Field field : declared.declaration().fields()) {
            Set<String> kinds = of(field.annotations(), field.span(), frame, state);
            if (!kinds.isEmpty()) {
                Taint member = taint.member(field.name()).clear(kinds);
                Value known = Value.typed(field.type()).tainted(List.of(member));
                state.change(id, of -> of.withEntry(field.name(), known));
            }
        }
        return value;
    }

    private Frame frame(Closure function) {
        return interpreter.newFrame(function.unit(), function.owner(), function.declaration(), function.around());
    }

    private Set<String> of(List<Annotation> annotations, Span span, Frame frame, State state) {
        Set<String> kinds = new HashSet<>();
        for (Annotation annotation : annotations) {
            for (Model.Guard guard : rules.constraints(annotation)) {
                Site site = Site.annotated(annotation, "", null, span, interpreter, frame, state);
                if (interpreter.matcher.holds(guard.where(), site, state, null)) {
                    kinds.addAll(Guards.kinds(guard, site, interpreter, state));
                }
            }
        }
        return kinds;
    }

    private void inPath(Expression path, Parameter parameter, Set<String> kinds) {
        switch (path) {
            case Expression.Literal(String text, var skipped) -> {
                Matcher matcher = IN_PATH.matcher(text);
                while (matcher.find()) {
                    if (names(parameter, matcher.group(1))) {
                        kinds.addAll(Guards.refused(matcher.group(2), interpreter));
                    }
                }
            }
            case Expression.Collection all -> all.entries().forEach(entry -> inPath(entry.value(), parameter, kinds));
            default -> {}
        }
    }

    /** Whether a parameter is called so, or an annotation says that it is. */
    private static boolean names(Parameter parameter, String name) {
        return parameter.name().equals(name)
                || parameter.annotations().stream()
                        .flatMap(annotation -> annotation.arguments().stream())
                        .anyMatch(argument -> argument.value() instanceof Expression.Literal(Object text, var skipped)
                                && name.equals(text));
    }
}
