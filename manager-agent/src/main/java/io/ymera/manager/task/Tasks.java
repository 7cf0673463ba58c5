package io.ymera.manager.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.callback.CallbackTargets;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.queue.Cancellations;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.Redrives;
import io.ymera.manager.queue.TaskQueue;
import io.ymera.manager.task.TaskRepository.State;
import io.ymera.persistence.Ids;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes tasks in, shows them to those who handed them in, and does with them what these want. */
@Singleton
class Tasks {

    private static final Set<TaskStatus> REDRIVABLE = Set.of(TaskStatus.FAILED, TaskStatus.CANCELLED);

    private final TaskRepository repository;
    private final Capabilities capabilities;
    private final CallbackTargets callbacks;
    private final Admission admission;
    private final Explanations explanations;
    private final TaskQueue queue;
    private final Cancellations cancellations;
    private final Redrives redrives;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;

    Tasks(
            TaskRepository repository,
            Capabilities capabilities,
            CallbackTargets callbacks,
            Admission admission,
            Explanations explanations,
            TaskQueue queue,
            Cancellations cancellations,
            Redrives redrives,
            Pool pool,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.capabilities = capabilities;
        this.callbacks = callbacks;
        this.admission = admission;
        this.explanations = explanations;
        this.queue = queue;
        this.cancellations = cancellations;
        this.redrives = redrives;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Checks what is asked for and makes a task of it, which is not queued yet. Not to be called in a transaction: what it
     * looks up takes a connection of its own, and callers who hold one while they wait for another would stop each other.
     */
    Uni<NewTask> prepare(String owner, SubmitTask task) {
        Submission.check(task, clock.instant());
        UUID id = ids.next();
        return capabilities
                .choose(task.taskType(), task.version())
                .call(capability -> capabilities.validate(capability, Submission.parameters(task), "/parameters"))
                .call(() -> callbacks.check(owner, task.callbackUrl(), "/callback_url"))
                .map(capability -> Submission.newTask(id, owner, task, capability));
    }

    /** Accepts a prepared task: once this has completed, the task will be run whatever crashes. */
    Uni<Accepted> submit(NewTask task) {
        return submit(task, queue::enqueue);
    }

    /** The same in the caller's transaction; after its commit the caller is to call {@link #announce}. */
    Uni<Accepted> submit(SqlClient transaction, NewTask task) {
        return submit(task, queued -> queue.enqueue(transaction, List.of(queued)).map(List::getFirst));
    }

    void announce(UUID task) {
        queue.announce(List.of(task));
    }

    private Uni<Accepted> submit(NewTask task, Function<NewTask, Uni<TaskStatus>> enqueue) {
        return admission
                .admit(task.owner(), () -> enqueue.apply(task))
                .map(status -> new Accepted(task.id(), status));
    }

    /** @param owner who asks, or null for somebody who may see all */
    Uni<TaskDetail> get(UUID id, @Nullable String owner) {
        return repository
                .find(id, owner)
                .map(found -> found.orElseThrow(() -> notFound(id)))
                .chain(task -> explanations.explain(task.place()).map(task::with));
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<TaskView>> list(TaskFilter filter, @Nullable UUID cursor, int limit) {
        return repository.list(filter, cursor, limit);
    }

    /**
     * Cancels a task; one that is cancelled stays so.
     *
     * @param owner who asks, or null for somebody who may do all
     * @param by the subject who asks
     * @return fails with {@link ErrorCode#CONFLICT} if it has ended otherwise
     */
    Uni<Accepted> cancel(UUID id, @Nullable String owner, String by, @Nullable String reason) {
        return state(id, owner)
                .chain(known ->
                        pool.withTransaction(transaction -> cancellations.cancel(transaction, List.of(id), reason, by)))
                .invoke(cancellations::announce)
                .chain(cancelled -> cancelled.tasks().isEmpty()
                        ? state(id, owner).map(state -> requireCancelled(id, state))
                        : Uni.createFrom().item(new Accepted(id, TaskStatus.CANCELLED)));
    }

    /**
     * Queues a task again that has failed or was cancelled.
     *
     * @param owner who asks, or null for somebody who may do all
     * @param by the subject who asks
     * @return fails with {@link ErrorCode#CONFLICT} if it is not one of these, or a step of a workflow
     */
    Uni<Accepted> retry(UUID id, @Nullable String owner, String by) {
        return state(id, owner).invoke(state -> requireRedrivable(id, state)).chain(state -> admission
                .admit(state.owner(), () -> pool.withTransaction(
                                transaction -> redrives.redrive(transaction, List.of(id), REDRIVABLE, by))
                        .chain(redriven -> redriven.containsKey(id)
                                ? Uni.createFrom().item(redriven.get(id))
                                : state(id, owner)
                                        .invoke(now -> requireRedrivable(id, now))
                                        .map(State::status)))
                .invoke(status -> announce(id))
                .map(status -> new Accepted(id, status)));
    }

    private Uni<State> state(UUID id, @Nullable String owner) {
        return repository.state(id, owner).map(found -> found.orElseThrow(() -> notFound(id)));
    }

    private static Accepted requireCancelled(UUID id, State state) {
        if (state.status() != TaskStatus.CANCELLED) {
            throw illegal(id, state, "cancelled");
        }
        return new Accepted(id, state.status());
    }

    private static void requireRedrivable(UUID id, State state) {
        if (!REDRIVABLE.contains(state.status())) {
            throw illegal(id, state, "pending again; only a failed or a cancelled task can");
        }
        if (state.workflowId() != null) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "Task %s is a step of workflow %s, which has gone on without it".formatted(id, state.workflowId()));
        }
    }

    private static ApiException illegal(UUID id, State state, String wanted) {
        return new ApiException(
                ErrorCode.CONFLICT,
                "Task %s is %s: it can't become %s".formatted(id, state.status().wireName(), wanted));
    }

    private static ApiException notFound(UUID id) {
        return ApiException.notFound("There is no task " + id);
    }
}
