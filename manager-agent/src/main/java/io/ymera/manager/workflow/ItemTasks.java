package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.manager.capability.AssignmentTopics;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.NewTask.Links;
import io.ymera.manager.workflow.Step.TaskWork;
import io.ymera.persistence.Ids;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the tasks of steps: puts data into their parameters, and checks these against the schema of the task type. */
@Singleton
class ItemTasks {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_TOLD = 5;

    private final Capabilities capabilities;
    private final Ids ids;

    ItemTasks(Capabilities capabilities, Ids ids) {
        this.capabilities = capabilities;
        this.ids = ids;
    }

    /**
     * The task for an item of a step.
     *
     * @param data what its parameters may refer to
     * @return fails with {@link DataException} if there can be no such task
     */
    Uni<NewTask> of(SqlClient transaction, Run run, StepKey key, TaskWork work, int item, JsonNode data) {
        return Uni.createFrom().deferred(() -> {
            JsonNode parameters = work.parameters().resolve(data);
            String text = BoundedJson.write(parameters, AssignmentTopics.MAX_PARAMETERS_BYTES);
            return capabilities
                    .choose(transaction, work.taskType(), work.version())
                    .call(version -> capabilities.validate(transaction, version, parameters, ""))
                    .map(version -> task(run, key, work, item, version, text))
                    .onFailure(ApiException::isRefusal)
                    .transform(refusal -> refused((ApiException) refusal));
        });
    }

    private NewTask task(Run run, StepKey key, TaskWork work, int item, CapabilityVersion version, String parameters) {
        UUID workflow = run.head().id();
        String step = ItemRef.text(key, item, work.fanOut() != null);
        String name = run.definition().name() + "/" + step;
        return new NewTask(
                ids.next(),
                run.head().owner(),
                name.substring(Math.max(0, name.length() - LONGEST_NAME)),
                null,
                version.name(),
                version.version(),
                parameters,
                work.priority(),
                null,
                work.limits(),
                work.retry(),
                null,
                new Links(null, workflow, step, null));
    }

    private static DataException refused(ApiException refusal) {
        String what = refusal.violations().stream()
                .limit(MOST_TOLD)
                .map(ItemTasks::text)
                .collect(Collectors.joining("; "));
        return new DataException(
                refusal.code() == ErrorCode.VALIDATION_FAILED ? "invalid_parameters" : "unknown_task_type",
                what.isEmpty() ? refusal.detail() : refusal.detail() + ": " + what);
    }

    private static String text(Violation violation) {
        return (violation.pointer().isEmpty() ? "/" : violation.pointer()) + " " + violation.message();
    }
}
