package io.ymera.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is set for a path beside its methods. Every method throws {@link IllegalArgumentException} for what is not one of the allowed
 * values, and names these.
 *
 * @param said all that is there
 */
record Settings(JsonNode said) {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m|h)");
    private static final Pattern BYTES = Pattern.compile("([1-9][0-9]{0,8})([KMG]?)");

    boolean flag(String name, boolean usual) {
        JsonNode value = said.path(name);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("%s is true or false, not %s".formatted(name, value));
        }
        return value.booleanValue();
    }

    @Nullable
    String text(String name) {
        JsonNode value = said.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException("%s is one value, not %s".formatted(name, value));
        }
        return value.asText();
    }

    @Nullable
    Duration duration(String name) {
        @Nullable String text = text(name);
        if (text == null) {
            return null;
        }
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "%s is a time such as 500ms, 30s, 10m or 1h, not %s".formatted(name, text));
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    @Nullable
    Long bytes(String name) {
        @Nullable String text = text(name);
        if (text == null) {
            return null;
        }
        Matcher parts = BYTES.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("%s is a size such as 500K, 10M or 1G, not %s".formatted(name, text));
        }
        int shift =
                switch (parts.group(2)) {
                    case "K" -> 10;
                    case "M" -> 20;
                    case "G" -> 30;
                    default -> 0;
                };
        return Long.parseLong(parts.group(1)) << shift;
    }

    <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name) {
        return said.has(name) ? oneOf(type, name, said.path(name)) : null;
    }

    /** In the file constants are in lower case with hyphens. */
    static <E extends Enum<E>> E oneOf(Class<E> type, String name, JsonNode value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> value.isTextual() && inFile(constant).equals(value.textValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is one of %s, not %s"
                        .formatted(
                                name,
                                list(Arrays.stream(type.getEnumConstants())
                                        .map(Settings::inFile)
                                        .toList()),
                                value)));
    }

    static String list(Collection<String> values) {
        return values.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String inFile(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
