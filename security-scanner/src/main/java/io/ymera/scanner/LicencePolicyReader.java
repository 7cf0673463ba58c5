package io.ymera.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.scanner.licence.Category;
import io.ymera.scanner.licence.LicencePolicy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads {@code licence_policy} of a job: {@code ids} and {@code categories} with what is decided ({@code allowed}, {@code review}, {@code denied}), and
 * {@code development_too}. What is not said is as for a program that is passed on.
 */
final class LicencePolicyReader {

    private static final String WHERE = "'options.licence_policy' ";
    private static final Set<String> KNOWN = Set.of("ids", "categories", "development_too");

    private LicencePolicyReader() {}

    static LicencePolicy read(JsonNode written) {
        if (!written.isObject()) {
            throw new BadJobException(WHERE + "is no JSON object");
        }
        written.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw new BadJobException(WHERE + "has '" + name + "'; there are categories, development_too and ids");
            }
        });
        LicencePolicy preset = LicencePolicy.distribution();
        Map<String, LicencePolicy.Decision> ids = new TreeMap<>(preset.ids());
        object(written, "ids").properties().forEach(one -> ids.put(one.getKey(), decision(one.getValue())));
        Map<Category, LicencePolicy.Decision> categories = new EnumMap<>(Category.class);
        categories.putAll(preset.categories());
        object(written, "categories")
                .properties()
                .forEach(one -> categories.put(of(Category.values(), one.getKey()), decision(one.getValue())));
        JsonNode development = written.path("development_too");
        if (!development.isMissingNode() && !development.isBoolean()) {
            throw new BadJobException(WHERE + "has a 'development_too' that is neither true nor false");
        }
        return new LicencePolicy(ids, categories, development.asBoolean(preset.developmentToo()));
    }

    private static JsonNode object(JsonNode written, String name) {
        JsonNode value = written.path(name);
        if (!value.isMissingNode() && !value.isObject()) {
            throw new BadJobException(WHERE + "has a member '" + name + "' that is no JSON object");
        }
        return value;
    }

    private static LicencePolicy.Decision decision(JsonNode written) {
        return of(LicencePolicy.Decision.values(), written.asText());
    }

    private static <T extends Enum<T>> T of(T[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadJobException(WHERE + "has '" + name + "', but there are "
                        + Arrays.stream(values)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
