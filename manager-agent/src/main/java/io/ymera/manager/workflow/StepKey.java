package io.ymera.manager.workflow;

import static java.util.Objects.requireNonNull;

/**
 * Tells a workflow's steps apart: those of its definition, those that undo one of these, and those of {@code on_failure}.
 *
 * @param kind which of these
 * @param name the step's name; of a compensation, the name of the step that it undoes
 */
record StepKey(Kind kind, String name) {

    enum Kind {
        STEP(""),
        COMPENSATION("compensate:"),
        ON_FAILURE("on_failure:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    StepKey {
        requireNonNull(kind);
        requireNonNull(name);
    }

    static StepKey step(String name) {
        return new StepKey(Kind.STEP, name);
    }

    static StepKey compensation(String name) {
        return new StepKey(Kind.COMPENSATION, name);
    }

    static StepKey onFailure(String name) {
        return new StepKey(Kind.ON_FAILURE, name);
    }

    /** Reads what {@link #toString} writes; names hold no colon. */
    static StepKey of(String text) {
        for (Kind kind : new Kind[] {Kind.COMPENSATION, Kind.ON_FAILURE}) {
            if (text.startsWith(kind.prefix)) {
                return new StepKey(kind, text.substring(kind.prefix.length()));
            }
        }
        return step(text);
    }

    /** As it stands in the database and in a task's link, for example {@code compensate:deploy}. */
    @Override
    public String toString() {
        return kind.prefix + name;
    }
}
