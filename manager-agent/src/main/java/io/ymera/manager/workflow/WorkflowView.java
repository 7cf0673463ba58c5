package io.ymera.manager.workflow;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as those see it who may.
 *
 * @param owner the subject that started it
 * @param failure why it failed, or null
 * @param cancellation who cancelled it, or null
 * @param definition as it was handed in, JSON, in the answer for a single workflow; else null
 * @param steps in the order of the definition, in the answer for a single workflow; else null
 * @param onFailure the steps of {@code on_failure}, likewise
 */
record WorkflowView(
        UUID workflowId,
        String name,
        String owner,
        WorkflowStatus status,
        @Nullable WorkflowFailure failure,
        @Nullable Cancellation cancellation,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @JsonRawValue @Nullable String definition,
        @Nullable List<StepView> steps,
        @Nullable List<StepView> onFailure) {

    static final String COLUMNS = "id, name, owner, status, failure, cancellation, created_at, finished_at";

    static WorkflowView from(Row row) {
        OffsetDateTime finishedAt = row.getOffsetDateTime("finished_at");
        return new WorkflowView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("owner"),
                WorkflowStatus.of(row.getString("status")),
                WorkflowFailure.from(row.getJsonObject("failure")),
                Cancellation.from(row.getJsonObject("cancellation")),
                row.getOffsetDateTime("created_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                null,
                null,
                null);
    }

    WorkflowView with(String definition, List<StepView> steps, List<StepView> onFailure) {
        return new WorkflowView(
                workflowId,
                name,
                owner,
                status,
                failure,
                cancellation,
                createdAt,
                finishedAt,
                definition,
                steps,
                onFailure);
    }
}
