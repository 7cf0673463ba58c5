package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.task.Topics;

/**
 * A task type that an agent can run.
 *
 * @param name the task type
 * @param description what it does, in a sentence
 * @param parametersSchema JSON Schema (draft 2020-12) of a task's parameters
 * @param resultSchema JSON Schema (draft 2020-12) of a task's result
 */
public record CapabilityDescriptor(String name, String description, JsonNode parametersSchema, JsonNode resultSchema) {
    public CapabilityDescriptor {
        Topics.requireTaskType(requireNonNull(name, "name is required"));
        requireNonNull(description, "description is required");
        requireNonNull(parametersSchema, "parameters_schema is required");
        requireNonNull(resultSchema, "result_schema is required");
    }
}
