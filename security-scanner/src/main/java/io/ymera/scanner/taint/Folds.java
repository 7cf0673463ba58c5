package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Model;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions that give a constant if they are given constants. */
final class Folds {

    private Folds() {}

    /** What a call gives; null if that is not known. */
    static @Nullable Value of(Site site, List<Model> models) {
        for (Model model : models) {
            if (model instanceof Model.Fold fold) {
                Object result = fold.value() == null ? constant(fold.as(), site) : fold.value();
                return result == null ? null : Value.constant(result);
            }
        }
        return null;
    }

    private static @Nullable Object constant(Model.Fold.As as, Site site) {
        List<Object> given = new ArrayList<>();
        for (Site.Given argument : site.arguments()) {
            Object constant = argument.spread() ? null : argument.value().constantOnly();
            if (constant == null) {
                return null;
            }
            given.add(constant);
        }
        return given.isEmpty() ? null : fold(as, given.getFirst(), given.subList(1, given.size()));
    }

    private static @Nullable Object fold(Model.Fold.As as, Object first, List<Object> others) {
        return switch (as) {
            case JOIN ->
                Constants.shortEnough(String.join(
                        Constants.text(first),
                        others.stream().map(Constants::text).toList()));
            case FORMAT -> first instanceof String format ? formatted(format, others) : null;
            case TEXT -> Constants.text(first);
            case INTEGER -> integer(Constants.text(first));
            case FLAG -> Boolean.parseBoolean(Constants.text(first));
            case MIN -> pair(first, others, Math::min);
            case MAX -> pair(first, others, Math::max);
            case VALUE -> null;
            case ABS -> first instanceof Long number ? Math.abs(number) : null;
            case BIT_COUNT -> first instanceof Long number ? (Object) (long) Long.bitCount(number) : null;
        };
    }

    private static @Nullable Object formatted(String format, List<Object> others) {
        try {
            // Widths make texts of any length
            return format.matches("(?s).*%[^a-zA-Z%]*\\d{3,}.*")
                    ? null
                    : Constants.shortEnough(String.format(Locale.ROOT, format, others.toArray()));
        } catch (IllegalFormatException e) {
            return null;
        }
    }

    private static @Nullable Object integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object pair(Object first, List<Object> others, LongBinaryOperator of) {
        return first instanceof Long one && others.size() == 1 && others.getFirst() instanceof Long other
                ? (Object) of.applyAsLong(one, other)
                : null;
    }
}
