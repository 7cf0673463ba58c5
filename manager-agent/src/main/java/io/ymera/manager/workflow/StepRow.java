package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.ymera.manager.workflow.StepState.ApprovalRequest;
import io.ymera.manager.workflow.StepState.Decision;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step as a row of {@code workflow_steps}: read from one, and written as the JSON of one. */
final class StepRow {

    static final String COLUMNS = """
            workflow_id, step, status, stopping, items, begun, completed, failed, cancelled, place, failure, addressees,
            deadline_at, escalated, approved, decided_by, comment, decided_at, started_at, finished_at,
            escalated_to\
            """;

    private StepRow() {}

    static StepState from(Row row) {
        return new StepState(
                StepStatus.of(row.getString("status")),
                row.getBoolean("stopping"),
                row.getInteger("items"),
                row.getInteger("begun"),
                row.getInteger("completed"),
                row.getInteger("failed"),
                row.getInteger("cancelled"),
                row.getInteger("place"),
                StepFailure.from(row.getJsonObject("failure")),
                request(row),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable ApprovalRequest request(Row row) {
        String[] asked = row.getArrayOfStrings("addressees");
        if (asked == null) {
            return null;
        }
        String[] escalatedTo = row.getArrayOfStrings("escalated_to");
        Boolean approved = row.getBoolean("approved");
        return new ApprovalRequest(
                Arrays.asList(asked),
                Arrays.asList(escalatedTo == null ? asked : escalatedTo),
                instant(row, "deadline_at"),
                row.getBoolean("escalated"),
                approved == null
                        ? null
                        : new Decision(
                                approved,
                                row.getString("decided_by"),
                                row.getString("comment"),
                                Objects.requireNonNull(instant(row, "decided_at"))));
    }

    static ObjectNode toJson(UUID workflow, StepKey key, StepState state) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("workflow_id", workflow.toString());
        row.put("step", key.toString());
        row.put("status", state.status().wireName());
        row.put("stopping", state.stopping());
        row.put("items", state.items());
        row.put("begun", state.begun());
        row.put("completed", state.completed());
        row.put("failed", state.failed());
        row.put("cancelled", state.cancelled());
        row.put("place", state.place());
        row.set("failure", state.failure() == null ? null : state.failure().toJson());
        row.put("escalated", state.request() != null && state.request().escalated());
        row.put("started_at", text(state.startedAt()));
        row.put("finished_at", text(state.finishedAt()));
        if (state.request() != null) {
            request(row, state.request());
        }
        return row;
    }

    private static void request(ObjectNode row, ApprovalRequest request) {
        request.asked().forEach(row.putArray("addressees")::add);
        if (request.escalated()) {
            request.addressees().forEach(row.putArray("escalated_to")::add);
        }
        row.put("deadline_at", text(request.deadline()));
        Decision decision = request.decision();
        if (decision != null) {
            row.put("approved", decision.approved());
            row.put("decided_by", decision.by());
            row.put("comment", decision.comment());
            row.put("decided_at", text(decision.at()));
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
