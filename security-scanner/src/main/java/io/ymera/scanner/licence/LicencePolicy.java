package io.ymera.scanner.licence;

import java.util.Map;

/**
 * What is allowed. An id beats its category; of what one may choose from, the best counts, of what applies together, the worst.
 *
 * @param ids decisions about single licences, by SPDX id
 * @param categories decisions about the others; what is not in it is to be reviewed
 * @param developmentToo whether components count that are not passed on: those for development and tests
 */
public record LicencePolicy(Map<String, Decision> ids, Map<Category, Decision> categories, boolean developmentToo) {

    /** The most welcome first. */
    public enum Decision {
        /** Nothing to say. */
        ALLOWED,
        /** A person should look. */
        REVIEW,
        /** Not in what is passed on. */
        DENIED
    }

    /** Copies the maps. */
    public LicencePolicy {
        ids = Map.copyOf(ids);
        categories = Map.copyOf(categories);
    }

    /** For a program that is passed on to others. */
    public static LicencePolicy distribution() {
        return new LicencePolicy(
                Map.of(),
                Map.of(
                        Category.PERMISSIVE, Decision.ALLOWED,
                        Category.WEAK_COPYLEFT, Decision.REVIEW,
                        Category.STRONG_COPYLEFT, Decision.DENIED,
                        Category.NETWORK_COPYLEFT, Decision.DENIED,
                        Category.RESTRICTED, Decision.DENIED,
                        Category.UNKNOWN, Decision.REVIEW),
                false);
    }

    /** The decision about an expression. */
    public Decision of(Expression expression) {
        return switch (expression) {
            case Expression.Licence one -> {
                Decision own = ids.get(one.id());
                yield own == null ? categories.getOrDefault(Category.of(one), Decision.REVIEW) : own;
            }
            case Expression.And and ->
                and.parts().stream().map(this::of).max(Decision::compareTo).orElse(Decision.REVIEW);
            case Expression.Or or ->
                or.parts().stream().map(this::of).min(Decision::compareTo).orElse(Decision.REVIEW);
        };
    }
}
