package io.ymera.manager.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.agent.CapabilityDescriptor;

/**
 * One version of a task type with those who offer it.
 *
 * @param parametersSchema JSON Schema of a task's parameters
 * @param resultSchema JSON Schema of a task's result
 * @param agents how many online agents offer it, over Kafka and over HTTP
 * @param slots how many slots these have; an agent counts fully for each of its capabilities
 */
record Offer(
        String name,
        int version,
        String description,
        JsonNode parametersSchema,
        JsonNode resultSchema,
        int agents,
        int slots) {

    static Offer of(CapabilityDescriptor capability, int agents, int slots) {
        return new Offer(
                capability.name(),
                capability.version(),
                capability.description(),
                capability.parametersSchema(),
                capability.resultSchema(),
                agents,
                slots);
    }
}
