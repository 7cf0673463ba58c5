package io.ymera.manager.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.task.Admission;
import io.ymera.persistence.Ids;
import io.ymera.persistence.SqlState;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes workflows in, shows them, and lets people have a say. */
@Singleton
class Workflows {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_RETRIES = 2;

    /** Nobody knows when a workflow will end. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Engine engine;
    private final TaskTypeCheck taskTypes;
    private final Admission admission;
    private final RunRepository runs;
    private final WorkflowSettings settings;
    private final Definitions definitions;
    private final ViewRepository views;
    private final Pool pool;
    private final Ids ids;

    Workflows(
            Engine engine,
            TaskTypeCheck taskTypes,
            Admission admission,
            RunRepository runs,
            WorkflowSettings settings,
            Definitions definitions,
            ViewRepository views,
            Pool pool,
            Ids ids) {
        this.engine = engine;
        this.taskTypes = taskTypes;
        this.admission = admission;
        this.runs = runs;
        this.settings = settings;
        this.definitions = definitions;
        this.views = views;
        this.pool = pool;
        this.ids = ids;
    }

    /**
     * A workflow that may be started.
     *
     * @param text as it is to be stored
     */
    record Checked(Definition definition, String text) {}

    /**
     * Checks a definition as a whole.
     *
     * @return fails with {@link ErrorCode#VALIDATION_FAILED} and all that is wrong, or {@link ErrorCode#BODY_TOO_LARGE}
     */
    Uni<Checked> check(JsonNode definition) {
        return Uni.createFrom().deferred(() -> {
            String text = definition.toString();
            if (text.getBytes(UTF_8).length > MOST_BYTES) {
                throw new ApiException(
                        ErrorCode.BODY_TOO_LARGE, "A workflow's definition may have %d bytes".formatted(MOST_BYTES));
            }
            Definition read = DefinitionReader.read(definition);
            return taskTypes.check(read).replaceWith(new Checked(read, text));
        });
    }

    /** Starts a workflow: once the transaction is committed, it goes on whatever crashes. */
    Uni<UUID> start(SqlClient transaction, String owner, Checked checked) {
        admission.requireRoom(owner);
        UUID id = ids.next();
        return runs.open(transaction, owner, settings.maxUnfinishedPerOwner())
                .invoke(this::requireFewer)
                .chain(() -> engine.begin(transaction, id, owner, checked.definition(), checked.text()))
                .replaceWith(id);
    }

    private void requireFewer(int open) {
        if (open >= settings.maxUnfinishedPerOwner()) {
            throw ApiException.retryLater(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "%d of your workflows have not ended, and no more than that may be: cancel some, or try again later"
                            .formatted(open),
                    PAUSE);
        }
    }

    Uni<UUID> start(String owner, Checked checked) {
        return transaction(transaction -> start(transaction, owner, checked));
    }

    Uni<WorkflowView> get(UUID id, Approver who) {
        return views.find(id, who).chain(found -> found.map(this::withSteps)
                .orElseThrow(() -> ApiException.notFound("There is no workflow " + id)));
    }

    private Uni<WorkflowView> withSteps(ViewRepository.Found found) {
        UUID id = found.workflow().workflowId();
        return views.steps(id).chain(states -> views.tasks(id).map(tasks -> {
            Views steps = new Views(definitions.of(id, found.definition()), states, tasks);
            return found.workflow().with(found.definition(), steps.steps(), steps.onFailure());
        }));
    }

    /** The newest first; {@code before} is the last id of the page before this one, or null for the first page. */
    Uni<List<WorkflowView>> list(WorkflowFilter filter, @Nullable UUID before, int limit) {
        return views.list(filter, before, limit);
    }

    /** Those that wait for {@code who} to approve something. */
    Uni<List<WorkflowView>> asking(Approver who, @Nullable UUID before, int limit) {
        return views.asking(who.addresses(), before, limit);
    }

    /** Cancels a workflow; one that was cancelled before stays so. */
    Uni<WorkflowView> cancel(UUID id, Approver who, @Nullable String reason) {
        return change(id, who, run -> {
            if (!who.isAdmin() && !who.subject().equals(run.head().owner())) {
                throw new ApiException(ErrorCode.FORBIDDEN, "Only its owner may cancel a workflow");
            }
            if (run.head().cancellation() != null) {
                return;
            }
            if (run.head().status() != WorkflowStatus.RUNNING) {
                throw new ApiException(
                        ErrorCode.CONFLICT,
                        "A workflow that is %s can't be cancelled; only a running one can"
                                .formatted(run.head().status().wireName()));
            }
            run.cancel(new Cancellation(who.subject(), reason));
        });
    }

    Uni<WorkflowView> decide(UUID id, Approver who, String step, boolean approved, @Nullable String comment) {
        return change(id, who, run -> Approvals.decide(run, step, who, approved, comment));
    }

    private Uni<WorkflowView> change(UUID id, Approver who, Consumer<Run> happening) {
        // First of all, so that what is not theirs to see is not there, whatever they want to do to it
        return views.find(id, who)
                .map(found -> found.orElseThrow(() -> ApiException.notFound("There is no workflow " + id)))
                .chain(() -> change(id, happening))
                .chain(() -> get(id, who));
    }

    private Uni<Void> change(UUID id, Consumer<Run> happening) {
        return transaction(transaction -> engine.change(transaction, List.of(id), runs -> {
            runs.values().forEach(happening);
            return Uni.createFrom().voidItem();
        }));
    }

    /** Those who report on tasks lock more at once than we do; where that leads to a deadlock, it is ours to try again. */
    private <T> Uni<T> transaction(Function<SqlClient, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(work::apply))
                .onFailure(SqlState::isRollback)
                .retry()
                .atMost(MOST_RETRIES);
    }
}
