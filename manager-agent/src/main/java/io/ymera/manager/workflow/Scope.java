package io.ymera.manager.workflow;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a reference may point into, depending on where it stands.
 *
 * @param step the step in whose definition it stands: data of the steps that this one needs is there; null if data of all
 *     steps may be there
 * @param roots the parts of the data
 * @param optional whether it may lead to nothing
 */
record Scope(@Nullable String step, Set<String> roots, boolean optional) {

    static final String STEPS = "steps";
    static final String INPUT = "input";
    static final String WORKFLOW = "workflow";
    static final String ITEM = "item";
    static final String INDEX = "index";
    static final String RESULT = "result";
    static final String FAILURE = "failure";

    private static final Set<String> EVERYWHERE = Set.of(STEPS, INPUT, WORKFLOW);

    static Scope of(String step) {
        return new Scope(step, EVERYWHERE, false);
    }

    static Scope ofAll() {
        return new Scope(null, EVERYWHERE, false);
    }

    /** This and a further part; an item has an index. */
    Scope with(String root) {
        Set<String> more = new TreeSet<>(roots);
        more.add(root);
        if (root.equals(ITEM)) {
            more.add(INDEX);
        }
        return new Scope(step, more, optional);
    }

    /** This, for what is asked whether it is there. */
    Scope asOptional() {
        return new Scope(step, roots, true);
    }
}
