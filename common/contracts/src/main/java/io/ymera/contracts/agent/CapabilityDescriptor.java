package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.task.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A task type that an agent can run, in one version of its contract.
 *
 * @param name the task type
 * @param version of the contract, from 1; agents of different versions of a type get tasks of their own version only
 * @param description what it does, in a sentence, at most 5,000 characters
 * @param parametersSchema JSON Schema (draft 2020-12) of a task's parameters
 * @param resultSchema JSON Schema (draft 2020-12) of a task's result
 */
public record CapabilityDescriptor(
        String name, int version, String description, JsonNode parametersSchema, JsonNode resultSchema) {
    private static final int MOST_VERSIONS = 1_000_000;
    private static final int LONGEST_DESCRIPTION = 5_000;

    public CapabilityDescriptor {
        Topics.requireTaskType(requireNonNull(name, "name is required"));
        if (version < 1 || version > MOST_VERSIONS) {
            throw new IllegalArgumentException(
                    "version is %d: it must be from 1 to %d".formatted(version, MOST_VERSIONS));
        }
        AgentRegistration.requireText("description", requireNonNull(description, "description is required"));
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(
                    "description must have at most %d characters".formatted(LONGEST_DESCRIPTION));
        }
        requireNonNull(parametersSchema, "parameters_schema is required");
        requireNonNull(resultSchema, "result_schema is required");
    }

    /** Reads JSON, in which a missing version counts as 1. */
    @JsonCreator
    static CapabilityDescriptor read(
            @JsonProperty("name") String name,
            @JsonProperty("version") @Nullable Integer version,
            @JsonProperty("description") String description,
            @JsonProperty("parameters_schema") JsonNode parametersSchema,
            @JsonProperty("result_schema") JsonNode resultSchema) {
        return new CapabilityDescriptor(
                name, version == null ? 1 : version, description, parametersSchema, resultSchema);
    }
}
