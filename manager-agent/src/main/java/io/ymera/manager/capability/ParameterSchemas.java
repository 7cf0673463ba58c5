package io.ymera.manager.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles and applies JSON Schemas (draft 2020-12) that agents send.
 *
 * <p>Neither the schemas nor the parameters are trusted: a {@code $ref} to elsewhere is refused instead of fetched, and
 * regular expressions run on RE2, in linear time and without recursion.
 */
@Singleton
class ParameterSchemas {

    /** So that an answer stays readable when every one of 5,000 files is wrong. */
    private static final int MOST_VIOLATIONS = 20;

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(
                    loaders -> loaders.values(values -> values.addFirst(DisallowSchemaLoader.getInstance()))));

    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .regularExpressionFactory(regex -> {
                Pattern pattern = Pattern.compile(regex);
                return text -> pattern.matcher(text).find();
            })
            .build();

    /** The one in use of each capability, by its name. */
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    private record Compiled(JsonNode source, JsonSchema schema) {}

    /**
     * Checks that a capability's schema can be used.
     *
     * @throws ApiException with {@link ErrorCode#VALIDATION_FAILED} if it can't
     */
    void check(CapabilityDescriptor capability) {
        try {
            schema(capability).initializeValidators();
        } catch (RuntimeException e) {
            throw new ApiException(
                    ErrorCode.VALIDATION_FAILED,
                    "The parameters_schema of %s is not a usable JSON Schema: %s"
                            .formatted(capability.name(), e.getMessage()));
        }
    }

    /** What is wrong with {@code parameters}, at most {@value MOST_VIOLATIONS} things; pointers begin with {@code at}. */
    List<Violation> violations(CapabilityDescriptor capability, JsonNode parameters, String at) {
        return schema(capability).validate(parameters).stream()
                .limit(MOST_VIOLATIONS)
                .map(message -> new Violation(
                        at + message.getInstanceLocation(), message.getMessage().replaceFirst("^[^:]*: ", "")))
                .toList();
    }

    private JsonSchema schema(CapabilityDescriptor capability) {
        JsonNode source = capability.parametersSchema();
        // Another source is another version, which takes effect at once
        return compiled.compute(
                        capability.name(),
                        (name, known) -> known != null && known.source().equals(source)
                                ? known
                                : new Compiled(source, factory.getSchema(source, config)))
                .schema();
    }
}
