package io.ymera.manager.live;

import java.util.Locale;
import java.util.UUID;

/** Something that has events: numbered from 1 without gaps, in the order in which they happened. */
record Source(Kind kind, UUID id) {

    enum Kind {
        TASK,
        WORKFLOW
    }

    static Source task(UUID id) {
        return new Source(Kind.TASK, id);
    }

    static Source workflow(UUID id) {
        return new Source(Kind.WORKFLOW, id);
    }

    /** For a person, for example {@code task 01a2…}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
