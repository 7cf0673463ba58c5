package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.rule.Predicates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a part of a list or text: {@code all[1:3]}. */
final class Slices {

    /** The operator between the beginning and the end of a part. */
    static final String OPERATOR = ":";

    private final Interpreter interpreter;
    private final Elements elements;

    Slices(Interpreter interpreter, Elements elements) {
        this.interpreter = interpreter;
        this.elements = elements;
    }

    /**
     * A part.
     *
     * @param begin where it begins; null as a constant if at the beginning
     * @param end where it ends, or null likewise
     */
    Value of(Value whole, Value begin, Value end, Expression expression, State state) {
        boolean known = bound(begin) && bound(end);
        if (whole.constantOnly() instanceof String text) {
            int from = at(begin, 0, text.length());
            int to = Math.max(from, at(end, text.length(), text.length()));
            return (known ? Value.constant(text.substring(from, to)) : Value.UNKNOWN).withTypes(whole.types());
        }
        List<Value> items = Containers.known(whole, state);
        if (items != null && known) {
            int from = at(begin, 0, items.size());
            int to = Math.max(from, at(end, items.size(), items.size()));
            String type = state.object(whole.objects().iterator().next()).type();
            return Value.object(interpreter.newObject(state, HeapObject.list(type, items.subList(from, to))));
        }
        List<Taint> taints = Taints.map(
                whole.taints(),
                taint -> taint.through("slice", expression.span().line()));
        if (whole.objects().isEmpty()) {
            return Value.UNKNOWN
                    .withTypes(whole.types())
                    .withMarks(whole.marks())
                    .withPrefix(prefix(whole.prefix(), begin, end))
                    .tainted(taints);
        }
        Value element = elements.element(whole.withTaints(List.of()), null, state);
        HeapObject list = HeapObject.list(interpreter.program.rules().literal("list"), List.of());
        return Value.object(interpreter.newObject(state, list.inexact(element))).tainted(taints);
    }

    /** Whether it is written down, or left out. */
    private static boolean bound(Value place) {
        return place.constantOnly() == Predicates.NULL || place.constantOnly() instanceof Long;
    }

    private static int at(Value place, int otherwise, int size) {
        if (!(place.constantOnly() instanceof Long index)) {
            return otherwise;
        }
        return (int) Math.clamp(index < 0 ? index + size : index, 0L, (long) size);
    }

    private static @Nullable String prefix(@Nullable String prefix, Value begin, Value end) {
        boolean front = bound(begin) && at(begin, 0, 1) == 0;
        if (prefix == null || !front || !(end.constantOnly() instanceof Long length) || length <= 0) {
            return null;
        }
        return prefix.substring(0, (int) Math.min(length, prefix.length()));
    }
}
