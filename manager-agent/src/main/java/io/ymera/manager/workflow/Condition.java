package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What has to be true for a step to run. As JSON it is an object with one member, for example {@code {"equals": [a, b]}},
 * where {@code a} and {@code b} are any JSON, with references. It is data, not a program: what it costs is bounded by its
 * size and that of what it points at.
 */
sealed interface Condition {

    /**
     * Whether it is true.
     *
     * @throws DataException if a reference leads to nothing, or if what is to be put in order has none
     */
    boolean holds(JsonNode data);

    /** What it looks at. */
    Stream<Reference> references();

    /** The same JSON value; 1, 1.0 and 1e0 are the same. */
    record Equal(Template left, Template right) implements Condition {

        /** For leaves; Jackson walks through objects and arrays. */
        private static final Comparator<JsonNode> LEAVES = (left, right) ->
                left.isNumber() && right.isNumber() ? compareNumbers(left, right) : left.equals(right) ? 0 : 1;

        @Override
        public boolean holds(JsonNode data) {
            return left.resolve(data).equals(LEAVES, right.resolve(data));
        }

        @Override
        public Stream<Reference> references() {
            return Stream.concat(left.references(), right.references());
        }
    }

    /** Two numbers, or two strings by their characters, so that times in RFC 3339 and UTC are in order too. */
    record Greater(Template greater, Template less) implements Condition {
        @Override
        public boolean holds(JsonNode data) {
            return compare(greater.resolve(data), less.resolve(data)) > 0;
        }

        private static int compare(JsonNode left, JsonNode right) {
            if (left.isNumber() && right.isNumber()) {
                return compareNumbers(left, right);
            }
            if (left.isTextual() && right.isTextual()) {
                return left.textValue().compareTo(right.textValue());
            }
            throw new DataException(
                    "not_comparable",
                    "Only two numbers or two strings have an order, but these are of the kinds %s and %s"
                            .formatted(kind(left), kind(right)));
        }

        private static String kind(JsonNode value) {
            return value.getNodeType().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Stream<Reference> references() {
            return Stream.concat(greater.references(), less.references());
        }
    }

    /** There is something, and it is not null. */
    record Exists(Reference reference) implements Condition {
        @Override
        public boolean holds(JsonNode data) {
            JsonNode found = reference.find(data);
            return found != null && !found.isNull();
        }

        @Override
        public Stream<Reference> references() {
            return Stream.of(reference);
        }
    }

    /** Looked at in order, up to the first that is false. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(JsonNode data) {
            return conditions.stream().allMatch(condition -> condition.holds(data));
        }

        @Override
        public Stream<Reference> references() {
            return conditions.stream().flatMap(Condition::references);
        }
    }

    /** Looked at in order, up to the first that is true. */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(JsonNode data) {
            return conditions.stream().anyMatch(condition -> condition.holds(data));
        }

        @Override
        public Stream<Reference> references() {
            return conditions.stream().flatMap(Condition::references);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(JsonNode data) {
            return !condition.holds(data);
        }

        @Override
        public Stream<Reference> references() {
            return condition.references();
        }
    }

    private static int compareNumbers(JsonNode left, JsonNode right) {
        boolean finite = Double.isFinite(left.doubleValue()) && Double.isFinite(right.doubleValue());
        return finite
                ? left.decimalValue().compareTo(right.decimalValue())
                : Double.compare(left.doubleValue(), right.doubleValue());
    }
}
