package io.ymera.manager.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    private static final long SLOW_NANOS = 10_000_000;
    private static final long SLOW_FOR_NANOS = 1_000_000_000;

    /** The one in use of each version. */
    private final Map<CapabilityVersion, Compiled> compiled = new ConcurrentHashMap<>();

    private static final class Compiled {
        private final JsonNode source;
        private final JsonSchema schema;
        private volatile boolean used;
        private volatile boolean slow;
        private volatile long slowAt;

        Compiled(JsonNode source, JsonSchema schema) {
            this.source = source;
            this.schema = schema;
        }

        void took(long begun, long ended) {
            slowAt = ended;
            slow = ended - begun > SLOW_NANOS;
            used = true;
        }

        boolean isQuick() {
            return used && (!slow || System.nanoTime() - slowAt > SLOW_FOR_NANOS);
        }
    }

    /**
     * Checks that a capability's schema can be used.
     *
     * @throws ApiException with {@link ErrorCode#VALIDATION_FAILED} if it can't
     */
    void check(CapabilityDescriptor capability) {
        try {
            JsonSchema schema = factory.getSchema(capability.parametersSchema(), config);
            schema.initializeValidators();
            // One that refers to itself is found out here
            schema.validate(JsonNodeFactory.instance.objectNode());
        } catch (RuntimeException | StackOverflowError e) {
            throw new ApiException(
                    ErrorCode.VALIDATION_FAILED,
                    "The parameters_schema of %s is not a usable JSON Schema: %s"
                            .formatted(
                                    capability.name(),
                                    e instanceof StackOverflowError
                                            ? "it refers to itself without end"
                                            : e.getMessage()));
        }
    }

    /** What is wrong with {@code parameters}, at most {@value MOST_VIOLATIONS} things; pointers begin with {@code at}. */
    List<Violation> violations(Offer offer, JsonNode parameters, String at) {
        Compiled known = compiled(offer);
        long begun = System.nanoTime();
        try {
            return known.schema.validate(parameters).stream()
                    .limit(MOST_VIOLATIONS)
                    .map(message -> new Violation(
                            at + message.getInstanceLocation(),
                            message.getMessage().replaceFirst("^[^:]*: ", "")))
                    .toList();
        } catch (StackOverflowError e) {
            return List.of(new Violation(at, "is nested too deeply to be checked"));
        } finally {
            known.took(begun, System.nanoTime());
        }
    }

    /**
     * Whether checking parameters against this schema is known to take little time: it has been done before, and not taken
     * long lately. Somebody who means harm can write a schema that takes long for the right parameters, but once only.
     */
    boolean isQuick(Offer offer) {
        return compiled(offer).isQuick();
    }

    @SuppressWarnings("ReferenceEquality") // The catalogue reads a schema anew when it has changed, and only then
    private Compiled compiled(Offer offer) {
        JsonNode source = offer.parametersSchema();
        CapabilityVersion version = version(offer);
        Compiled known = compiled.get(version);
        if (known == null || known.source != source) {
            known = new Compiled(source, factory.getSchema(source, config));
            compiled.put(version, known);
        }
        return known;
    }

    private static CapabilityVersion version(Offer offer) {
        return new CapabilityVersion(offer.name(), offer.version());
    }
}
