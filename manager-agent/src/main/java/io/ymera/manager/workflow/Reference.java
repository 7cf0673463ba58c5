package io.ymera.manager.workflow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points at data of a workflow: {@code {"$from": "/steps/build/result/path", "default": …}}.
 *
 * @param pointer an RFC 6901 JSON pointer into the workflow's data
 * @param fallback what stands there if the pointer leads to nothing; null for none
 */
record Reference(JsonPointer pointer, @Nullable JsonNode fallback) {

    static final String FROM = "$from";
    static final String DEFAULT = "default";

    static boolean isReference(JsonNode node) {
        return node.has(FROM);
    }

    /** Reads a reference that has been checked. */
    static Reference of(JsonNode node) {
        return new Reference(
                JsonPointer.compile(node.path(FROM).textValue()), node.has(DEFAULT) ? node.get(DEFAULT) : null);
    }

    /** All that stand in {@code json}. */
    static Stream<Reference> in(JsonNode json) {
        return isReference(json) ? Stream.of(of(json)) : json.valueStream().flatMap(Reference::in);
    }

    /** The part of the data that it points into, for example {@code input}; empty for the whole. */
    String root() {
        return pointer.matches() ? "" : pointer.getMatchingProperty();
    }

    /** The step whose data it points at, or null. */
    @Nullable
    String step() {
        return root().equals("steps") && !pointer.tail().matches()
                ? pointer.tail().getMatchingProperty()
                : null;
    }

    /** The step whose result it points at, or null. */
    @Nullable
    String resultOf() {
        String step = step();
        return step != null
                        && pointer.tail().tail().mayMatchProperty()
                        && "result".equals(pointer.tail().tail().getMatchingProperty())
                ? step
                : null;
    }

    /** What it points at, or null if there is nothing and it has no default. */
    @Nullable
    JsonNode find(JsonNode data) {
        JsonNode found = data.at(pointer);
        return found.isMissingNode() ? fallback : found;
    }

    /**
     * What it points at.
     *
     * @throws DataException if there is nothing and it has no default
     */
    JsonNode resolve(JsonNode data) {
        JsonNode found = find(data);
        if (found == null) {
            throw new DataException(
                    "unresolved_reference",
                    "There is nothing at %s, and the reference has no default".formatted(pointer));
        }
        return found;
    }
}
