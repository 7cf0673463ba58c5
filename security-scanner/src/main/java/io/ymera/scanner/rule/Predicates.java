package io.ymera.scanner.rule;

/** What rules and the engine agree on. */
public final class Predicates {

    /** The constant {@code null}, {@code None}, {@code undefined}. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private Predicates() {}
}
