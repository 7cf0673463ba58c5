package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.rule.Predicates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions of which each is given one that calls the next, as the handlers of a request are: what one has found out or has put into the request, those
 * behind it know.
 */
final class Chain {

    /** No more than these come before others. */
    private static final int MOST = 6;

    private final Interpreter interpreter;
    private final Map<FunctionDeclaration, Next> open = new IdentityHashMap<>();
    private final Map<Integer, List<Link>> before = new HashMap<>();
    private final Set<FunctionDeclaration> ran = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What calls the rest of a chain. */
    interface Next {
        /** @param given what it is given: an error, or nothing */
        Value call(Map<Integer, Value> given, State state);
    }

    /**
     * One of the functions.
     *
     * @param given its arguments by position
     * @param next where it is given what calls the next
     */
    record Link(Closure function, Map<Integer, Value> given, int next) {}

    Chain(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** What a function is that calls the rest of a chain; null if it is any other. */
    @Nullable
    Next next(FunctionDeclaration function) {
        return open.get(function);
    }

    /** Whether a function without a name has been called as one of a chain: nobody else calls it. */
    boolean ran(FunctionDeclaration function) {
        return function.name().startsWith(FunctionDeclaration.LAMBDA) && ran.contains(function);
    }

    /** Forgets who comes before whom. */
    void forget() {
        before.clear();
        ran.clear();
    }

    /** From now on these come before others of the same object. */
    void before(Set<Integer> objects, List<Link> links) {
        for (int id : objects) {
            List<Link> all = before.computeIfAbsent(id, fresh -> new ArrayList<>());
            all.addAll(links);
            while (all.size() > MOST) {
                all.removeFirst();
            }
        }
    }

    /** Those that come before others of this object. */
    List<Link> before(Set<Integer> objects) {
        return objects.size() == 1
                ? List.copyOf(before.getOrDefault(objects.iterator().next(), List.of()))
                : List.of();
    }

    /**
     * Calls the first, who may call the next.
     *
     * @param reached where those are noted that were called
     */
    Value run(List<Link> links, int at, Set<FunctionDeclaration> reached, State state) {
        Link link = links.get(at);
        FunctionDeclaration declaration = link.function().declaration();
        if (!reached.add(declaration) && interpreter.timesRunning(declaration) > 0) {
            return Value.UNKNOWN;
        }
        ran.add(declaration);
        Map<Integer, Value> given = new HashMap<>(link.given());
        Span span = declaration.span();
        FunctionDeclaration goesOn = function(span);
        open.put(goesOn, (error, then) -> {
            boolean last = at + 1 >= links.size();
            return last || failed(error.get(0)) ? Value.UNKNOWN : run(links, at + 1, reached, then);
        });
        given.put(link.next(), Value.of(new Closure(goesOn, link.function().unit(), null, null)));
        try {
            return interpreter.generic(link.function(), given, state);
        } finally {
            open.remove(goesOn);
        }
    }

    private static boolean failed(@Nullable Value error) {
        return error != null && error.constantOnly() != Predicates.NULL && !"route".equals(error.constantOnly());
    }

    private static FunctionDeclaration function(Span span) {
        Parameter error =
                new Parameter(new Expression.Name("error", span), null, null, Parameter.Kind.ONE, List.of(), span);
        return new FunctionDeclaration("next", List.of(error), Statement.nothing(), null, List.of(), true, false, span);
    }
}
