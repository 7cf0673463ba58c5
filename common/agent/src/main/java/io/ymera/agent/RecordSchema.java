package io.ymera.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.lang.reflect.Type;

/** Derives the JSON Schema (draft 2020-12) of a record from its components and their Jakarta Validation constraints. */
final class RecordSchema {

    private RecordSchema() {}

    /** Of a handler's parameters: a member that the record does not have is refused, since it is likely a typing error. */
    static JsonNode ofParameters(ObjectMapper json, Type type) {
        return generator(json, Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .generateSchema(type);
    }

    /** Of a handler's result. */
    static JsonNode ofResult(ObjectMapper json, Type type) {
        return generator(json).generateSchema(type);
    }

    private static SchemaGenerator generator(ObjectMapper json, Option... options) {
        var config = new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                .with(new JakartaValidationModule(
                        JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS));
        // Any names with values of one type; of JSON as it is nobody says what it is
        config.with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> type.isInstanceOf(JsonNode.class)
                        ? new CustomDefinition(json.createObjectNode(), DefinitionType.INLINE, AttributeInclusion.NO)
                        : null);
        for (Option option : options) {
            config.with(option);
        }
        config.forFields()
                .withPropertyNameOverrideResolver(
                        field -> SnakeCaseStrategy.INSTANCE.translate(field.getDeclaredName()));
        return new SchemaGenerator(config.build());
    }
}
