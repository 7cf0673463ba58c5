package io.ymera.manager.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.contracts.task.Topics;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** The task types that agents have announced so far. An announced type stays known while no agent offers it. */
@Singleton
public class Capabilities {

    private final CapabilityRepository repository;
    private final ParameterSchemas schemas;
    private final AssignmentTopics topics;

    Capabilities(CapabilityRepository repository, ParameterSchemas schemas, AssignmentTopics topics) {
        this.repository = repository;
        this.schemas = schemas;
        this.topics = topics;
    }

    /**
     * Makes sure that assignments of these capabilities can travel.
     *
     * @return fails with {@link ErrorCode#UNAVAILABLE} while Kafka is out of reach
     */
    public Uni<Void> prepare(List<CapabilityDescriptor> announced) {
        announced.forEach(schemas::check);
        return topics.ensure(announced.stream().map(Capabilities::version).toList());
    }

    private static CapabilityVersion version(CapabilityDescriptor capability) {
        return new CapabilityVersion(capability.name(), capability.version());
    }

    /** Remembers capabilities in the transaction of {@code connection}; the newest announcement of a version wins. */
    public Uni<Void> announce(SqlConnection connection, List<CapabilityDescriptor> announced) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (CapabilityDescriptor capability : announced) {
            done = done.chain(() -> repository.upsert(connection, capability));
        }
        return done;
    }

    /** All that are known, by name. */
    public Uni<List<CapabilityDescriptor>> list() {
        return repository.list();
    }

    /**
     * Checks a task's parameters against the schema of its type.
     *
     * @param at the JSON pointer of the parameters in the request, put before the pointers of violations
     * @return fails with {@link ErrorCode#UNKNOWN_TASK_TYPE} or {@link ErrorCode#VALIDATION_FAILED}
     */
    public Uni<Void> validate(String taskType, JsonNode parameters, String at) {
        if (!Topics.isTaskType(taskType)) {
            return refuseUnknown();
        }
        return repository.find(taskType).chain(found -> found.map(capability -> validate(capability, parameters, at))
                .orElseGet(this::refuseUnknown));
    }

    /** Large parameters take a while, so this does not run on the event loop. */
    private Uni<Void> validate(CapabilityDescriptor capability, JsonNode parameters, String at) {
        return Uni.createFrom()
                .item(() -> schemas.violations(capability, parameters, at))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(violations -> {
                    if (!violations.isEmpty()) {
                        throw new ApiException(
                                ErrorCode.VALIDATION_FAILED,
                                "The parameters are not what %s takes; GET /capabilities shows its JSON Schema"
                                        .formatted(capability.name()),
                                violations);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> refuseUnknown() {
        return repository.list().chain(known -> Uni.createFrom().failure(unknown(known)));
    }

    private static ApiException unknown(List<CapabilityDescriptor> known) {
        String detail = known.isEmpty()
                ? "No agent has announced a task type yet; start one"
                : "No agent has announced this task type; known are: "
                        + known.stream().map(CapabilityDescriptor::name).collect(Collectors.joining(", "));
        return new ApiException(
                ErrorCode.UNKNOWN_TASK_TYPE, detail, List.of(new Violation("/task_type", "is not a known task type")));
    }
}
