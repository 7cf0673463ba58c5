package io.ymera.scanner.advisory;

import io.ymera.scanner.dependency.Component;
import io.ymera.scanner.finding.Location;
import java.util.List;

/** Knows what of its dependencies the code base uses. */
public interface Uses {

    /** Knows nothing. */
    Uses UNKNOWN = (component, symbols) -> new Use(State.UNKNOWN, List.of(), false);

    /**
     * How the code uses these parts of the component. Never throws; is asked from one thread.
     *
     * @param symbols not empty
     */
    Use of(Component component, List<Advisory.Symbols> symbols);

    /**
     * An answer.
     *
     * @param where the uses, some at most
     * @param whole whether the code of the other dependencies was looked at as well, as where it is vendored
     */
    record Use(State state, List<Location> where, boolean whole) {
        /** Copies the list. */
        public Use {
            where = List.copyOf(where);
        }
    }

    /** From the certain to the unknown. */
    enum State {
        /** A vulnerable function is called. */
        CALLED,
        /** The module is used; whether what is vulnerable is, can't be told. */
        IMPORTED,
        /** The module is used, and none of the vulnerable functions is named anywhere. */
        UNCALLED,
        /** Nothing names the module. */
        ABSENT,
        /** Nobody has looked, or not everywhere. */
        UNKNOWN
    }
}
