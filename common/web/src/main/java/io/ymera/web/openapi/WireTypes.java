package io.ymera.web.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.ymera.contracts.Json;
import io.ymera.web.json.KnownMembersOnly;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * The records and enums behind the schemas, asked for what the scanner does not know: which members there are and in what
 * order, which of them are always there (what is not {@link Nullable}), and how enums look on the wire.
 */
final class WireTypes {

    private static final String OURS = "io.ymera.";

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final ObjectMapper json = Json.mapper();
    private final Map<String, List<Class<?>>> byName;

    WireTypes(IndexView index) {
        byName = index.getKnownClasses().stream()
                .filter(type -> type.name().toString().startsWith(OURS))
                .filter(type -> type.isRecord() || type.isEnum())
                .collect(Collectors.toMap(ClassInfo::name, type -> type, (one, again) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(
                        WireTypes::schemaName,
                        TreeMap::new,
                        Collectors.mapping(WireTypes::load, Collectors.toUnmodifiableList())));
    }

    /**
     * Completes all schemas.
     *
     * @param optional of some of them the members that a client may leave out although they are never null: the record has defaults
     * @throws IllegalStateException if two types would have the same schema
     */
    void describe(Components components, Map<?, ?> optional) {
        components.getSchemas().forEach((name, schema) -> find(name, schema).ifPresent(type -> {
            if (type.isEnum()) {
                schema.setEnumeration(Arrays.stream(type.getEnumConstants())
                        .map(this::onTheWire)
                        .toList());
            } else {
                describe(schema, type, optional.get(name) instanceof List<?> members ? members : List.of());
            }
        }));
    }

    private Object onTheWire(Object constant) {
        return json.convertValue(constant, String.class);
    }

    private static void describe(Schema schema, Class<?> type, List<?> optional) {
        Map<String, Schema> members = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : components(type)) {
            String name = name(component);
            var member = schema.getProperties().get(name);
            if (member == null) {
                throw new IllegalStateException("%s has no schema for its member %s".formatted(type.getName(), name));
            }
            members.put(
                    name, isRaw(component) ? OASFactory.createSchema().description(member.getDescription()) : member);
            if (isAlwaysThere(type, component) && !optional.contains(name)) {
                required.add(name);
            }
        }
        schema.setProperties(members);
        schema.setRequired(required.isEmpty() ? null : required);
        if (type.isAnnotationPresent(KnownMembersOnly.class)) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    /** The record or enum of a schema: there may be others of that name that are not described at all. */
    private Optional<Class<?>> find(String name, Schema schema) {
        List<Class<?>> fitting = byName.getOrDefault(name, List.of()).stream()
                .filter(type -> fits(type, schema))
                .toList();
        if (fitting.size() > 1) {
            throw new IllegalStateException(
                    "%s: %s; give one of them another name, with @Schema(name = …)".formatted(name, fitting));
        }
        return fitting.stream().findFirst();
    }

    private static boolean fits(Class<?> type, Schema schema) {
        if (type.isEnum()) {
            return schema.getEnumeration() != null;
        }
        Set<String> there = schema.getProperties() == null
                ? Set.of()
                : schema.getProperties().keySet();
        return schema.getEnumeration() == null
                && there.containsAll(
                        components(type).stream().map(WireTypes::name).toList());
    }

    private static List<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType()).stream()
                        : List.of(component).stream())
                .toList();
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? NAMES.translate(component.getName()) : property.value();
    }

    private static boolean isRaw(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonRawValue.class);
    }

    private static boolean isAlwaysThere(Class<?> type, RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.getAccessor().isAnnotationPresent(JsonInclude.class)
                && !mayBeMissing(type, name(component));
    }

    /** Whether it is read by a method of its own, which takes a null there. */
    private static boolean mayBeMissing(Class<?> type, String name) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(JsonCreator.class)) {
                for (Parameter parameter : method.getParameters()) {
                    JsonProperty property = parameter.getAnnotation(JsonProperty.class);
                    if (property != null
                            && property.value().equals(name)
                            && parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String schemaName(ClassInfo type) {
        var named = type.declaredAnnotation("org.eclipse.microprofile.openapi.annotations.media.Schema");
        var name = named == null ? null : named.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static Class<?> load(ClassInfo type) {
        try {
            return Class.forName(
                    type.name().toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Can't load " + type.name(), e);
        }
    }
}
