package io.ymera.manager.workflow;

import io.ymera.manager.queue.NewTask;
import io.ymera.manager.workflow.Step.Approval;
import io.ymera.manager.workflow.StepState.ApprovalRequest;
import io.ymera.manager.workflow.StepState.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workflow while something happens to it: how far it has come, and what is to be written. Does no I/O; not thread-safe;
 * lives as long as the transaction that has locked the workflow.
 */
final class Run {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final UUID id;
    private final String owner;
    private final Definition definition;
    private final boolean wasUnfinished;
    private final @Nullable Instant wasStuckSince;
    private final Instant now;
    private final Map<StepKey, Step> definitions;
    private final Map<StepKey, StepState> steps;
    private WorkflowStatus status;
    private @Nullable WorkflowFailure failure;
    private @Nullable Cancellation cancellation;
    private boolean unfinished;
    private @Nullable Instant stuckSince;

    private final Set<StepKey> changed = new LinkedHashSet<>();
    private final Journal journal;
    private final List<Queued> queued = new ArrayList<>();

    /**
     * How a workflow is stored, apart from its steps.
     *
     * @param unfinished whether there is more to do, for which there was no room in the transaction
     * @param stuckSince since when an error of ours keeps it from going on; null while none does
     * @param sequence of its last event
     */
    record Head(
            UUID id,
            String owner,
            WorkflowStatus status,
            @Nullable WorkflowFailure failure,
            @Nullable Cancellation cancellation,
            boolean unfinished,
            @Nullable Instant stuckSince,
            long sequence) {}

    /** A task to be queued for an item of a step. */
    record Queued(StepKey step, int item, NewTask task) {}

    Run(Head head, Definition definition, Map<StepKey, StepState> steps, Instant now) {
        this.id = head.id();
        this.owner = head.owner();
        this.status = head.status();
        this.failure = head.failure();
        this.cancellation = head.cancellation();
        this.wasUnfinished = head.unfinished();
        this.wasStuckSince = head.stuckSince();
        this.journal = new Journal(head.sequence());
        this.definition = definition;
        this.definitions = definition.byKey();
        this.steps = new HashMap<>(steps);
        this.now = now;
    }

    Head head() {
        return new Head(id, owner, status, failure, cancellation, unfinished, stuckSince, journal.sequence());
    }

    Definition definition() {
        return definition;
    }

    Step step(StepKey key) {
        return Objects.requireNonNull(definitions.get(key), () -> "There is no step " + key);
    }

    WorkflowState state() {
        return new WorkflowState(status, Map.copyOf(steps));
    }

    StepState state(StepKey key) {
        return steps.getOrDefault(key, StepState.WAITING);
    }

    /** Whether an item of a step has failed so that no others are wanted. */
    boolean hasFailed(StepKey key) {
        return state(key).failed() > 0 && !step(key).continueOnFailure();
    }

    Instant now() {
        return now;
    }

    Set<StepKey> changedSteps() {
        return changed;
    }

    List<Journal.Event> events() {
        return journal.events();
    }

    List<Queued> queued() {
        return queued;
    }

    boolean isChanged() {
        return unfinished || wasUnfinished || wasStuckSince != null || !events().isEmpty() || !changed.isEmpty();
    }

    /** Whether there are tasks to be cancelled. */
    boolean isStopping() {
        return changed.stream().anyMatch(key -> state(key).stopping());
    }

    /** There is more to do, for which there is no room in this transaction. */
    void leaveUnfinished() {
        unfinished = true;
    }

    /**
     * An error of ours keeps it from going on, so that it is tried again later.
     *
     * @return whether that is new
     */
    boolean getStuck() {
        unfinished = true;
        stuckSince = Objects.requireNonNullElse(wasStuckSince, now);
        return wasStuckSince == null;
    }

    /** When it is to be tried again, if it is stuck: after as long as it has been stuck already, within bounds. */
    @Nullable
    Instant retryAt() {
        return stuckSince == null ? null : now.plus(pause(Duration.between(stuckSince, now)));
    }

    private static Duration pause(Duration stuckFor) {
        Duration least = stuckFor.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : stuckFor;
        return least.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : least;
    }

    void created() {
        journal.created();
    }

    /** A task of a step has ended; {@code why} unless it was completed. */
    void taskEnded(StepKey key, StepStatus as, StepFailure why) {
        StepState state = state(key);
        StepState next =
                switch (as) {
                    case COMPLETED -> state.itemCompleted();
                    case CANCELLED -> state.stopping() ? state.itemCancelled() : state.itemFailed(why);
                    default -> state.itemFailed(why);
                };
        set(key, next);
        if (next.items() > 1) {
            journal.progress(key, next);
        }
    }

    void begin(StepKey key, Turn turn) {
        switch (turn) {
            case Turn.Skip() -> end(key, StepStatus.SKIPPED, null);
            case Turn.Fail(StepFailure why) -> end(key, StepStatus.FAILED, why);
            case Turn.Run(int items) -> set(key, state(key).running(items, now));
            case Turn.Ask(Approval approval) -> ask(key, approval);
        }
    }

    private void ask(StepKey key, Approval approval) {
        List<String> by = approval.by().isEmpty() ? List.of(owner) : approval.by();
        Instant deadline = approval.timeout() == null ? null : now.plus(approval.timeout());
        ApprovalRequest request = new ApprovalRequest(by, by, deadline, false, null);
        set(key, state(key).awaiting(request, now));
        journal.asked(key, request);
    }

    /** Others are asked, for as long again. */
    void escalate(StepKey key, Approval approval) {
        ApprovalRequest request = Objects.requireNonNull(state(key).request())
                .escalated(approval.escalateTo(), now.plus(Objects.requireNonNull(approval.timeout())));
        set(key, state(key).asking(request));
        journal.asked(key, request);
    }

    /** Somebody, or time, has said yes or no. */
    void decide(StepKey key, Decision decision, @Nullable StepFailure why) {
        StepState state = state(key);
        set(key, state.asking(Objects.requireNonNull(state.request()).decided(decision)));
        end(key, decision.approved() ? StepStatus.COMPLETED : StepStatus.FAILED, why);
    }

    /** A task is queued for the next item of a step. */
    void queue(StepKey key, int item, NewTask task) {
        queued.add(new Queued(key, item, task));
        StepState state = state(key);
        begun(key, state.items() == 1 ? task.id() : null);
        set(key, state.begunItems(1));
    }

    /** No task can be queued for the next item of a step. */
    void failItem(StepKey key, StepFailure why) {
        if (state(key).items() > 1) {
            begun(key, null);
        }
        set(key, state(key).begunItems(1).itemFailed(why));
    }

    /** Tells that a step has started, with its first item. */
    private void begun(StepKey key, @Nullable UUID task) {
        StepState state = state(key);
        if (state.begun() == 0) {
            journal.started(key, state.items(), task);
        }
    }

    void cancel(Cancellation by) {
        cancellation = by;
        become(WorkflowStatus.CANCELLING);
    }

    /** Does what needs no data. */
    void apply(Action action) {
        switch (action) {
            case Action.End(StepKey key, StepStatus as) -> end(key, as, null);
            case Action.Stop(StepKey key) -> set(key, state(key).asStopping());
            case Action.Fail(StepKey key) -> fail(key);
            case Action.Become(WorkflowStatus next) -> become(next);
            case Action.Begin begin -> throw new IllegalArgumentException("Needs data: " + begin);
            case Action.BeginItems items -> throw new IllegalArgumentException("Needs data: " + items);
        }
    }

    private void fail(StepKey key) {
        StepFailure why = Objects.requireNonNull(state(key).failure());
        failure = new WorkflowFailure(key.name(), why.code(), why.message());
        become(WorkflowStatus.COMPENSATING);
    }

    private void become(WorkflowStatus next) {
        status = status.to(next);
        journal.became(next, failure, cancellation);
    }

    private void end(StepKey key, StepStatus as, @Nullable StepFailure why) {
        int place = 1 + steps.values().stream().mapToInt(StepState::place).max().orElse(0);
        StepState ended = state(key).ended(as, why, place, now);
        set(key, ended);
        journal.ended(key, ended);
    }

    private void set(StepKey key, StepState state) {
        steps.put(key, state);
        changed.add(key);
    }
}
