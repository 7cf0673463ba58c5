package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/**
 * JSON in which a {@link Reference} may stand for any value.
 *
 * @param source as it was handed in
 */
record Template(JsonNode source) {

    /** An object without members. */
    static final Template EMPTY = new Template(JsonNodeFactory.instance.objectNode());

    Stream<Reference> references() {
        return Reference.in(source);
    }

    /** Whether it holds no reference. */
    boolean isConstant() {
        return references().findAny().isEmpty();
    }

    /**
     * The JSON with what the references point at in their place. What stands there is not looked into again, and not copied:
     * the result must not be changed.
     *
     * @throws DataException if a reference leads to nothing
     */
    JsonNode resolve(JsonNode data) {
        return resolve(source, data);
    }

    private static JsonNode resolve(JsonNode json, JsonNode data) {
        if (Reference.isReference(json)) {
            return Reference.of(json).resolve(data);
        }
        if (json.isObject()) {
            ObjectNode resolved = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(member -> resolved.set(member.getKey(), resolve(member.getValue(), data)));
            return resolved;
        }
        if (json.isArray()) {
            ArrayNode resolved = JsonNodeFactory.instance.arrayNode(json.size());
            json.forEach(element -> resolved.add(resolve(element, data)));
            return resolved;
        }
        return json;
    }
}
