package io.ymera.manager.queue;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.dispatch.AgentControl;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cancels tasks, wherever they are on their way. What an agent reports about them afterwards changes nothing. */
@Singleton
public class Cancellations {

    /** Locks in the order of ids, as everybody does who locks several tasks. */
    private static final String CANCEL = """
            WITH due AS MATERIALIZED (
                SELECT id AS due_id, status IN ('dispatched', 'running') AS was_active FROM tasks
                 WHERE id = ANY ($1) AND status = ANY ($2) ORDER BY id FOR UPDATE),
            changed AS (
                UPDATE tasks
                   SET status = 'cancelled', finished_at = $3::timestamptz, deadline_at = NULL,
                       event_sequence = event_sequence + 1
                  FROM due WHERE id = due_id
                RETURNING tasks.*, was_active),
            told AS (
                INSERT INTO task_events (task_id, sequence, type, at, data)
                SELECT id, event_sequence, 'task.cancelled', $3::timestamptz,
                       json_strip_nulls(json_build_object('reason', $4::text, 'by', $5::text))
                  FROM changed)
            SELECT %s, task_type, attempt, fencing_token, was_active FROM changed ORDER BY id
            """.formatted(EndedTask.COLUMNS);

    private final TaskEndings endings;
    private final TaskQueue queue;
    private final AgentControl agents;
    private final Clock clock;
    private final MeterRegistry metrics;

    Cancellations(TaskEndings endings, TaskQueue queue, AgentControl agents, Clock clock, MeterRegistry metrics) {
        this.endings = endings;
        this.queue = queue;
        this.agents = agents;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * What was cancelled.
     *
     * @param tasks that were not final before
     * @param attempts those of them that an agent has or gets
     * @param taskTypes of all of them, in their order
     */
    public record Cancelled(List<UUID> tasks, List<AttemptRef> attempts, List<String> taskTypes) {
        private static final Cancelled NOTHING = new Cancelled(List.of(), List.of(), List.of());

        public Cancelled {
            tasks = List.copyOf(tasks);
            attempts = List.copyOf(attempts);
            taskTypes = List.copyOf(taskTypes);
        }
    }

    /** As below, on the platform's own account. */
    public Uni<Cancelled> cancel(SqlClient transaction, Collection<UUID> tasks, String reason) {
        return cancel(transaction, tasks, reason, null);
    }

    /**
     * Cancels those of {@code tasks} that are not final; the others stay as they are. After the commit the caller is to call
     * {@link #announce}.
     *
     * @param reason why, for a person; without U+0000
     * @param by the subject who wants it, or null for the platform
     */
    public Uni<Cancelled> cancel(
            SqlClient transaction, Collection<UUID> tasks, @Nullable String reason, @Nullable String by) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().item(Cancelled.NOTHING);
        }
        return transaction
                .preparedQuery(CANCEL)
                .execute(Tuple.of(
                        tasks.toArray(UUID[]::new),
                        TaskStatus.CANCELLED.predecessors(),
                        clock.instant().atOffset(UTC),
                        reason,
                        by))
                .call(rows -> endings.ended(
                        transaction, rows.stream().map(EndedTask::from).toList()))
                .map(Cancellations::cancelled);
    }

    /**
     * To be called after the commit: tells those who follow the tasks, the agents that have them, and the dispatcher; and
     * counts them.
     */
    public void announce(Cancelled cancelled) {
        cancelled.taskTypes().forEach(type -> metrics.counter(
                        "tasks", "status", TaskStatus.CANCELLED.wireName(), "type", type)
                .increment());
        if (!cancelled.tasks().isEmpty()) {
            agents.cancel(cancelled.attempts());
            queue.announce(cancelled.tasks());
        }
    }

    private static Cancelled cancelled(RowSet<Row> rows) {
        List<UUID> tasks = new ArrayList<>();
        List<AttemptRef> attempts = new ArrayList<>();
        List<String> taskTypes = new ArrayList<>();
        rows.forEach(row -> {
            tasks.add(row.getUUID("id"));
            taskTypes.add(row.getString("task_type"));
            if (row.getBoolean("was_active")) {
                attempts.add(
                        new AttemptRef(row.getUUID("id"), row.getInteger("attempt"), row.getLong("fencing_token")));
            }
        });
        return new Cancelled(tasks, attempts, taskTypes);
    }
}
