package io.ymera.manager.workflow;

import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Links;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.manager.workflow.StepState.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Drives a workflow as the engine does, but in memory: the test says what data, tasks and people do, and when. */
final class Simulation {

    private static final StepFailure WHY = new StepFailure("broken", "as told");

    final Run run;

    /** Keys of begun tasks that have not ended, one entry for each. */
    final List<StepKey> underWay = new ArrayList<>();

    /** Keys in the order in which they had their turn. */
    final List<StepKey> turns = new ArrayList<>();

    /** How many tasks were begun of each. */
    final Map<StepKey, Integer> begun = new HashMap<>();

    private final Function<StepKey, Turn> turn;

    Simulation(Definition definition) {
        this(definition, key -> new Turn.Run(1));
    }

    /** @param turn what becomes of a step that has its turn */
    Simulation(Definition definition, Function<StepKey, Turn> turn) {
        this.turn = turn;
        var head = new Run.Head(new UUID(0, 1), "ada", WorkflowStatus.RUNNING, null, null, false, null, 0);
        this.run = new Run(head, definition, Map.of(), Instant.EPOCH);
        run.created();
        settle();
    }

    /** A workflow whose step {@code names} were already told to take these items. */
    static Simulation withItems(Definition definition, Map<String, Integer> items) {
        return new Simulation(definition, key -> new Turn.Run(items.getOrDefault(key.name(), 1)));
    }

    void completes(String... steps) {
        for (String step : steps) {
            ends(StepKey.of(step), StepStatus.COMPLETED);
        }
    }

    void fails(String step) {
        ends(StepKey.of(step), StepStatus.FAILED);
    }

    /** One task of a step ends. */
    void ends(StepKey step, StepStatus as) {
        if (!underWay.remove(step)) {
            throw new AssertionError("No task of %s is under way, only %s".formatted(step, underWay));
        }
        run.taskEnded(step, as, WHY);
        settle();
    }

    void decide(String step, boolean approved) {
        run.decide(StepKey.step(step), new Decision(approved, "ada", null, Instant.EPOCH), approved ? null : WHY);
        settle();
    }

    void cancel() {
        run.cancel(new Cancellation("ada", null));
        settle();
    }

    WorkflowStatus status() {
        return run.state().status();
    }

    StepStatus status(String step) {
        return run.state(StepKey.of(step)).status();
    }

    /** Those among all steps, in the order of the definition. */
    List<String> steps(Predicate<StepState> which) {
        return run.definition().byKey().keySet().stream()
                .filter(key -> which.test(run.state(key)))
                .map(StepKey::toString)
                .toList();
    }

    List<String> underWay() {
        return underWay.stream().map(StepKey::toString).sorted().toList();
    }

    private void settle() {
        for (int rounds = 0; ; rounds++) {
            List<Action> actions = Planner.plan(run.definition(), run.state());
            if (actions.isEmpty()) {
                return;
            }
            if (rounds > 10_000) {
                throw new AssertionError("Never settles: " + actions);
            }
            actions.forEach(this::act);
        }
    }

    private void act(Action action) {
        switch (action) {
            case Action.Begin(StepKey key) -> {
                turns.add(key);
                run.begin(key, key.kind() == StepKey.Kind.COMPENSATION ? undoing(key) : turn.apply(key));
            }
            case Action.BeginItems(StepKey key, int count) -> {
                for (int i = 0; i < count; i++) {
                    run.queue(key, run.state(key).begun(), task());
                    underWay.add(key);
                    begun.merge(key, 1, Integer::sum);
                }
            }
            default -> run.apply(action);
        }
    }

    private Turn undoing(StepKey key) {
        return new Turn.Run(run.state(StepKey.step(key.name())).completed());
    }

    private static NewTask task() {
        return new NewTask(
                UUID.randomUUID(),
                "ada",
                "t",
                null,
                "t",
                1,
                "{}",
                TaskPriority.NORMAL,
                null,
                Limits.DEFAULT,
                Retry.DEFAULT,
                null,
                Links.NONE);
    }
}
