package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions that are asked who may do something, and answer with whoever asks. */
final class Answers {

    /** Stands for that in the predicate {@code answers}. */
    static final String GIVEN = "%given";

    private static final String ORIGIN = "origin";
    private static final Set<String> ASKING = Set.of("get", "header");

    private Answers() {}

    /** Whether a function does nothing but to give back what it is given first, or the origin of a request: by itself, or to the function that it is given last. */
    static boolean given(FunctionDeclaration function) {
        Expression only = only(function.body());
        if (only == null || function.parameters().isEmpty()) {
            return false;
        }
        String first = function.parameters().getFirst().name();
        String last = function.parameters().getLast().name();
        if (only instanceof Expression.Call(Expression.Name callee, List<Argument> given, var skipped1)
                && callee.name().equals(last)
                && given.size() > 1) {
            return same(given.getLast().value(), first);
        }
        return same(only, first);
    }

    private static @Nullable Expression only(Statement body) {
        return switch (body) {
            case Statement.Block it
            when it.statements().size() == 1 -> only(it.statements().getFirst());
            case Statement.Return it -> it.value();
            case Statement.Evaluate it -> it.expression();
            default -> null;
        };
    }

    private static boolean same(Expression value, String first) {
        return switch (value) {
            case Expression.Name it -> it.name().equals(first);
            case Expression.Member it -> it.name().toLowerCase(Locale.ROOT).equals(ORIGIN);
            case Expression.Operation it
            when it.operator().equals("||") || it.operator().equals("??") ->
                same(it.operands().getFirst(), first);
            case Expression.Call(Expression.Symbol text, List<Argument> given, var skipped1)
            when !given.isEmpty() ->
                text.path().startsWith("%") && same(given.getFirst().value(), first);
            case Expression.Call(Expression.Member asked, List<Argument> given, var skipped1)
            when given.size() == 1 ->
                ASKING.contains(asked.name())
                        && given.getFirst().value() instanceof Expression.Literal(String name, var skipped2)
                        && name.toLowerCase(Locale.ROOT).equals(ORIGIN);
            default -> false;
        };
    }
}
