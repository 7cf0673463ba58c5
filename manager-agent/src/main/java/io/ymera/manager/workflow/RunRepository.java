package io.ymera.manager.workflow;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.workflow.Run.Head;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes workflows for the {@link Engine}, many in each statement, in the transaction that has locked them. */
@Singleton
class RunRepository {

    private static final String INSERT = """
            INSERT INTO workflows (id, owner, name, definition, status, created_at)
            VALUES ($1, $2, $3, $4::text::json, 'running', $5)
            """;

    private static final String LOCK = """
            SELECT id, owner, status, failure, cancellation, unfinished, stuck_since, event_sequence FROM workflows
             WHERE id = ANY ($1) ORDER BY id FOR UPDATE
            """;

    private static final String STEPS = """
            SELECT %s FROM workflow_steps WHERE workflow_id = ANY ($1)
            """.formatted(StepRow.COLUMNS);

    /** A task whose end the workflow has heard of before is not among what this returns. */
    private static final String END_TASKS = """
            UPDATE workflow_tasks item SET status = ended.status
              FROM unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::text[])
                       AS ended (workflow_id, step, item, task_id, status)
             WHERE item.workflow_id = ended.workflow_id AND item.step = ended.step AND item.item = ended.item
               AND item.task_id = ended.task_id AND item.status = 'running'
            RETURNING item.workflow_id, item.step, item.item, item.status,
                      (SELECT failure FROM tasks WHERE id = item.task_id AND item.status = 'failed') AS failure
            """;

    /** Rows come as JSON: each array holds rows of one table. */
    private static final String WRITE = """
            WITH heads AS (
                UPDATE workflows
                   SET status = changed.status, failure = changed.failure, cancellation = changed.cancellation,
                       unfinished = changed.unfinished, stuck_since = changed.stuck_since,
                       retry_at = changed.retry_at, event_sequence = changed.event_sequence,
                       finished_at = changed.finished_at
                  FROM json_populate_recordset(NULL::workflows, $1::text::json) AS changed
                 WHERE workflows.id = changed.id),
            steps AS (
                INSERT INTO workflow_steps (%1$s)
                SELECT %1$s FROM json_populate_recordset(NULL::workflow_steps, $2::text::json)
                ON CONFLICT (workflow_id, step) DO UPDATE
                   SET status = excluded.status, stopping = excluded.stopping, items = excluded.items,
                       begun = excluded.begun, completed = excluded.completed, failed = excluded.failed,
                       cancelled = excluded.cancelled, place = excluded.place, failure = excluded.failure,
                       addressees = excluded.addressees, escalated_to = excluded.escalated_to, deadline_at = excluded.deadline_at,
                       escalated = excluded.escalated, approved = excluded.approved, decided_by = excluded.decided_by,
                       comment = excluded.comment, decided_at = excluded.decided_at,
                       started_at = excluded.started_at, finished_at = excluded.finished_at),
            items AS (
                INSERT INTO workflow_tasks (workflow_id, step, item, task_id, status)
                SELECT workflow_id, step, item, task_id, status
                  FROM json_populate_recordset(NULL::workflow_tasks, $3::text::json))
            INSERT INTO workflow_events (workflow_id, sequence, type, at, data)
            SELECT workflow_id, sequence, type, at, data
              FROM json_populate_recordset(NULL::workflow_events, $4::text::json)
            """.formatted(StepRow.COLUMNS);

    /** Counts no further than it must, since an owner may have very many. */
    private static final String OPEN = """
            SELECT count(*)::int
              FROM (SELECT FROM workflows
                     WHERE owner = $1 AND status IN ('running', 'compensating', 'cancelling') LIMIT $2) AS open
            """;

    Uni<Void> insert(SqlClient transaction, UUID id, String owner, String name, String definition, Instant now) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(id, owner, name, definition, now.atOffset(UTC)))
                .replaceWithVoid();
    }

    /** How many of an owner's workflows have not ended; {@code most} if there are more. */
    Uni<Integer> open(SqlClient client, String owner, int most) {
        return client.preparedQuery(OPEN)
                .execute(Tuple.of(owner, most))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Locks those that exist, in the order of their ids. */
    Uni<List<Head>> lock(SqlClient transaction, Collection<UUID> ids) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(RunRepository::head).toList());
    }

    /** The steps that have had their turn, by workflow. */
    Uni<Map<UUID, Map<StepKey, StepState>>> steps(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(STEPS)
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Map<StepKey, StepState>> steps = new HashMap<>();
                    rows.forEach(row -> steps.computeIfAbsent(row.getUUID("workflow_id"), id -> new HashMap<>())
                            .put(StepKey.of(row.getString("step")), StepRow.from(row)));
                    return steps;
                });
    }

    /**
     * A task of a workflow that has ended.
     *
     * @param status completed, failed or cancelled
     */
    record EndedItem(UUID workflow, ItemRef item, UUID task, StepStatus status) {}

    /**
     * The end of a task that the workflow hears of for the first time.
     *
     * @param why unless it was completed
     */
    record NewlyEnded(UUID workflow, ItemRef item, StepStatus status, StepFailure why) {}

    Uni<List<NewlyEnded>> endTasks(SqlClient transaction, List<EndedItem> ended) {
        return transaction
                .preparedQuery(END_TASKS)
                .execute(Tuple.of(
                        ended.stream().map(EndedItem::workflow).toArray(UUID[]::new),
                        ended.stream()
                                .map(each -> each.item().step().toString())
                                .toArray(String[]::new),
                        ended.stream().map(each -> each.item().item()).toArray(Integer[]::new),
                        ended.stream().map(EndedItem::task).toArray(UUID[]::new),
                        ended.stream().map(each -> each.status().wireName()).toArray(String[]::new)))
                .map(rows -> rows.stream().map(RunRepository::newlyEnded).toList());
    }

    /** Writes what has changed of these workflows, which are locked. */
    Uni<Void> write(SqlClient transaction, List<Run> runs) {
        ArrayNode heads = JsonNodeFactory.instance.arrayNode();
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        for (Run run : runs) {
            UUID id = run.head().id();
            heads.add(head(run));
            run.changedSteps().forEach(key -> steps.add(StepRow.toJson(id, key, run.state(key))));
            run.queued().forEach(queued -> items.addObject()
                    .put("workflow_id", id.toString())
                    .put("step", queued.step().toString())
                    .put("item", queued.item())
                    .put("task_id", queued.task().id().toString())
                    .put("status", StepStatus.RUNNING.wireName()));
            run.events().forEach(event -> events.addObject()
                    .put("workflow_id", id.toString())
                    .put("sequence", event.sequence())
                    .put("type", event.type())
                    .put("at", run.now().toString())
                    .set("data", event.data()));
        }
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.of(heads.toString(), steps.toString(), items.toString(), events.toString()))
                .replaceWithVoid();
    }

    private static ObjectNode head(Run run) {
        Head head = run.head();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", head.id().toString());
        row.put("status", head.status().wireName());
        row.set("failure", head.failure() == null ? null : head.failure().toJson());
        row.set(
                "cancellation",
                head.cancellation() == null ? null : head.cancellation().toJson());
        row.put("unfinished", head.unfinished());
        row.put("stuck_since", text(head.stuckSince()));
        row.put("retry_at", text(run.retryAt()));
        row.put("finished_at", head.status().isFinal() ? run.now().toString() : null);
        row.put("event_sequence", head.sequence());
        return row;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static Head head(Row row) {
        OffsetDateTime stuckSince = row.getOffsetDateTime("stuck_since");
        return new Head(
                row.getUUID("id"),
                row.getString("owner"),
                WorkflowStatus.of(row.getString("status")),
                WorkflowFailure.from(row.getJsonObject("failure")),
                Cancellation.from(row.getJsonObject("cancellation")),
                row.getBoolean("unfinished"),
                stuckSince == null ? null : stuckSince.toInstant(),
                row.getLong("event_sequence"));
    }

    private static NewlyEnded newlyEnded(Row row) {
        StepStatus status = StepStatus.of(row.getString("status"));
        StepFailure failure = StepFailure.from(row.getJsonObject("failure"));
        return new NewlyEnded(
                row.getUUID("workflow_id"),
                new ItemRef(StepKey.of(row.getString("step")), row.getInteger("item")),
                status,
                status == StepStatus.CANCELLED
                        ? new StepFailure("cancelled", "The task was cancelled")
                        : Objects.requireNonNullElse(failure, new StepFailure("failed", "The task failed")));
    }
}
