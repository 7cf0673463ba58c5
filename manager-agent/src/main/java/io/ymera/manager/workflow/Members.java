package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object one by one. What is wrong is noted, and something harmless returned in its place. A
 * member that is null counts as absent; one that nobody has read is wrong, since it may be a misspelt one.
 */
final class Members {

    private final JsonNode object;
    private final String at;
    private final Violations violations;
    private final Set<String> known = new HashSet<>();

    /** @param at the JSON pointer of {@code object}, which should be an object */
    Members(JsonNode object, String at, Violations violations) {
        this.object = object;
        this.at = at;
        this.violations = violations;
        if (!object.isObject()) {
            violations.add(at, "must be an object");
        }
    }

    String at(String name) {
        return Violations.below(at, name);
    }

    void wrong(String name, String message) {
        violations.add(at(name), message);
    }

    boolean has(String name) {
        known.add(name);
        return object.hasNonNull(name);
    }

    /** The member's value, or null if it has none. */
    @Nullable
    JsonNode find(String name) {
        return has(name) ? object.get(name) : null;
    }

    /** The member's value, or {@code absent}. */
    JsonNode value(String name, JsonNode absent) {
        JsonNode value = find(name);
        return value == null ? absent : value;
    }

    /** A member that must be there, a string of 1 to {@code longest} characters. */
    String text(String name, int longest) {
        JsonNode value = value(name, JsonNodeFactory.instance.missingNode());
        String text = value.asText("");
        if (!value.isTextual() || text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            wrong(name, "must be a string of 1 to %d characters, without U+0000".formatted(longest));
        }
        return text;
    }

    /** A whole number in a range, or null if there is none. */
    @Nullable
    Integer number(String name, int least, int most) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            wrong(name, "must be a whole number from %d to %d".formatted(least, most));
            return least;
        }
        return value.intValue();
    }

    /** A number in a range, from 0, or null if there is none. */
    @Nullable
    Double decimal(String name, int most) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= most)) {
            wrong(name, "must be a number from 0 to %d".formatted(most));
            return 0.0;
        }
        return value.doubleValue();
    }

    /** True or false; false if there is none. */
    boolean flag(String name) {
        JsonNode value = find(name);
        if (value != null && !value.isBoolean()) {
            wrong(name, "must be true or false");
        }
        return value != null && value.booleanValue();
    }

    /** One of the constants, in lower case, or {@code absent}. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E absent) {
        JsonNode value = find(name);
        if (value == null) {
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value.textValue())) {
                return constant;
            }
        }
        wrong(
                name,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "must be one of ", "")));
        return absent;
    }

    /** A list of strings of 1 to {@code longest} characters, each once; empty if there is none. */
    List<String> texts(String name, int longest) {
        List<String> texts = elements(name, (element, elementAt) -> {
            String text = element.asText("");
            if (!element.isTextual() || text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
                violations.add(elementAt, "must be a string of 1 to %d characters, without U+0000".formatted(longest));
            }
            return text;
        });
        if (new HashSet<>(texts).size() < texts.size()) {
            wrong(name, "names something twice");
        }
        return texts;
    }

    /** What {@code read} makes of each element and its JSON pointer; empty if there is no such list. */
    <T> List<T> elements(String name, BiFunction<JsonNode, String, T> read) {
        JsonNode value = value(name, JsonNodeFactory.instance.arrayNode());
        if (!value.isArray()) {
            wrong(name, "must be an array");
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            elements.add(read.apply(value.get(i), at(name) + "/" + i));
        }
        return elements;
    }

    /** The members of an object that is a member, or null if there is none. */
    @Nullable
    Members object(String name) {
        JsonNode value = find(name);
        return value == null ? null : new Members(value, at(name), violations);
    }

    /** To be called when everything that may be there was read. */
    void nothingElse() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong(
                        name,
                        "is not known here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }
}
