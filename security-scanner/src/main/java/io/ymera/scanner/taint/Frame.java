package io.ymera.scanner.taint;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function, or the body of a file, that is being interpreted. */
final class Frame {

    final int id;
    final Unit unit;
    final @Nullable ClassDeclaration owner;
    final @Nullable FunctionDeclaration function;
    /** Whose variables can be seen from here, or null. */
    final @Nullable Frame around;
    /** Functions made here, to be looked at by themselves if nobody calls them. */
    final List<Closure> made = new ArrayList<>();

    /** The variables that it has. */
    final Set<String> names = new LinkedHashSet<>();

    final List<Answer> answers = new ArrayList<>();
    final Deque<Target> targets = new ArrayDeque<>();

    Frame(
            int id,
            Unit unit,
            @Nullable ClassDeclaration owner,
            @Nullable FunctionDeclaration function,
            @Nullable Frame around) {
        this.id = id;
        this.unit = unit;
        this.owner = owner;
        this.function = function;
        this.around = around;
    }

    /** All that the function says, with those around it; nothing outside of one. */
    String text() {
        Span span = null;
        for (Frame each = this; each != null; each = each.around) {
            span = each.function == null ? span : each.function.span();
        }
        List<String> lines = unit.lines();
        int end = span == null ? 0 : Math.min(span.endLine(), lines.size());
        int start = span == null ? 0 : Math.clamp(span.line() - 1L, 0, end);
        return String.join("\n", lines.subList(start, end));
    }

    /** The variable of this function that is called so. */
    Variable variable(String name) {
        names.add(name);
        return new Variable(id, name);
    }

    /** One of the ways in which the function ends. */
    record Answer(Value value, State state) {}

    /** A loop, switch or labelled statement that may be left. */
    static final class Target {
        final @Nullable String label;
        final boolean loop;
        final List<State> breaks = new ArrayList<>();
        final List<State> continues = new ArrayList<>();

        Target(@Nullable String label, boolean loop) {
            this.label = label;
            this.loop = loop;
        }
    }

    /** Where a break or continue goes; null if there is nothing to leave. */
    @Nullable
    Target target(@Nullable String label, boolean loop) {
        for (Target target : targets) {
            if (label != null ? label.equals(target.label) : target.label == null && (target.loop || !loop)) {
                return target;
            }
        }
        return null;
    }

    /** The name of the function, with its class, for people. */
    String name() {
        String simple = function == null ? "" : function.name();
        return owner == null ? simple : owner.simpleName() + "." + simple;
    }
}
