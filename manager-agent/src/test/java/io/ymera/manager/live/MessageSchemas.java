package io.ymera.manager.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of records as they are on the wire: what is not {@link Nullable} is always there. */
final class MessageSchemas {

    private final SchemaGenerator generator;

    MessageSchemas() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.INLINE_ALL_SCHEMAS, Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> JsonNode.class.isAssignableFrom(type.getErasedType())
                        ? new CustomDefinition(context.getGeneratorConfig().createObjectNode())
                        : null);
        config.forFields()
                .withPropertyNameOverrideResolver(
                        field -> SnakeCaseStrategy.INSTANCE.translate(field.getDeclaredName()))
                .withTargetTypeOverridesResolver(
                        field -> isRaw(field) ? List.of(field.getContext().resolve(JsonNode.class)) : null)
                .withRequiredCheck(MessageSchemas::isAlwaysThere);
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        generator.generateSchema(type).properties().forEach(member -> schema.set(member.getKey(), member.getValue()));
        return schema;
    }

    private static boolean isRaw(FieldScope field) {
        return field.getRawMember().isAnnotationPresent(JsonRawValue.class);
    }

    private static boolean isAlwaysThere(FieldScope field) {
        return !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !field.getRawMember().isAnnotationPresent(JsonInclude.class);
    }
}
