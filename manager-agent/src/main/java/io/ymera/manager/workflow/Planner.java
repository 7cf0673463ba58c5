package io.ymera.manager.workflow;

import static io.ymera.manager.workflow.StepStatus.CANCELLED;
import static io.ymera.manager.workflow.StepStatus.COMPLETED;
import static io.ymera.manager.workflow.StepStatus.FAILED;
import static io.ymera.manager.workflow.StepStatus.RUNNING;
import static io.ymera.manager.workflow.StepStatus.SKIPPED;

import io.ymera.manager.workflow.Action.Become;
import io.ymera.manager.workflow.Action.Begin;
import io.ymera.manager.workflow.Action.BeginItems;
import io.ymera.manager.workflow.Action.End;
import io.ymera.manager.workflow.Action.Fail;
import io.ymera.manager.workflow.Action.Stop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides what is to be done next in a workflow: from its definition and how far it has come, without I/O. To be asked
 * again after each thing that was done or has happened, until there is nothing more to do; asked twice, it says the same.
 */
final class Planner {

    private final Definition definition;
    private final Map<StepKey, Step> steps;
    private final WorkflowState state;

    private Planner(Definition definition, WorkflowState state) {
        this.definition = definition;
        this.steps = definition.byKey();
        this.state = state;
    }

    /** What can be done now, all of it in any order; empty while something has to happen first, and at the end. */
    static List<Action> plan(Definition definition, WorkflowState state) {
        Planner planner = new Planner(definition, state);
        return switch (state.status()) {
            case RUNNING -> planner.forward();
            case COMPENSATING, CANCELLING -> planner.back();
            case COMPLETED, FAILED, CANCELLED, COMPENSATION_FAILED -> List.of();
        };
    }

    /** How the step of this key is to be run. */
    private Step step(StepKey key) {
        return Objects.requireNonNull(steps.get(key));
    }

    private StepState state(String step) {
        return state.of(StepKey.step(step));
    }

    private List<Action> forward() {
        for (Step step : definition.steps()) {
            if (failedForGood(step)) {
                return List.of(new Fail(StepKey.step(step.name())));
            }
        }
        List<Action> actions =
                each(definition.steps(), step -> switch (state(step.name()).status()) {
                    case WAITING -> turn(step);
                    case RUNNING -> progress(StepKey.step(step.name()));
                    case AWAITING_APPROVAL, COMPLETED, FAILED, SKIPPED, CANCELLED -> Stream.empty();
                });
        return actions.isEmpty() && allEnded() ? List.of(new Become(WorkflowStatus.COMPLETED)) : actions;
    }

    /** Whether a step has failed, and no other step is there to handle it or still may be. */
    private boolean failedForGood(Step failed) {
        return state(failed.name()).status() == FAILED
                && !failed.continueOnFailure()
                && definition.steps().stream()
                        .filter(step -> step.onFailureOf().contains(failed.name()))
                        .allMatch(handler -> state(handler.name()).status() == SKIPPED);
    }

    private Stream<Action> turn(Step step) {
        if (!step.predecessors().allMatch(name -> state(name).status().isFinal())) {
            return Stream.empty();
        }
        boolean wanted = step.needs().stream().allMatch(this::isCompleted)
                && isAny(step.needsAny(), this::isCompleted)
                && isAny(step.onFailureOf(), name -> state(name).status() == FAILED);
        StepKey key = StepKey.step(step.name());
        return Stream.of(wanted ? new Begin(key) : new End(key, SKIPPED));
    }

    private static boolean isAny(Collection<String> names, Predicate<String> wanted) {
        return names.isEmpty() || names.stream().anyMatch(wanted);
    }

    /** As far as the steps that need it are concerned. */
    private boolean isCompleted(String name) {
        StepStatus status = state(name).status();
        return status == COMPLETED
                || (status == FAILED && step(StepKey.step(name)).continueOnFailure());
    }

    /** What a running step needs to get on. */
    private Stream<Action> progress(StepKey key) {
        StepState now = state.of(key);
        Step step = step(key);
        boolean enough = now.failed() > 0 && !step.continueOnFailure();
        if (now.underWay() == 0 && (enough || now.begun() == now.items())) {
            return Stream.of(new End(key, now.failed() > 0 ? FAILED : COMPLETED));
        }
        if (enough) {
            return now.stopping() ? Stream.empty() : Stream.of(new Stop(key));
        }
        int room = Math.min(now.items() - now.begun(), step.maxParallel() - now.underWay());
        return room > 0 ? Stream.of(new BeginItems(key, room)) : Stream.empty();
    }

    /** First everything that is under way is brought to its end, then what was done is undone. */
    private List<Action> back() {
        List<Action> actions = each(definition.steps(), this::halt);
        if (!actions.isEmpty() || !allEnded()) {
            return actions;
        }
        List<StepKey> undoing = undoing();
        for (StepKey key : undoing) {
            StepStatus status = state.of(key).status();
            if (!status.isFinal()) {
                return (status == RUNNING ? progress(key) : Stream.of((Action) new Begin(key))).toList();
            }
        }
        return List.of(new Become(outcome(undoing)));
    }

    private Stream<Action> halt(Step step) {
        StepKey key = StepKey.step(step.name());
        StepState now = state.of(key);
        return switch (now.status()) {
            case WAITING -> Stream.of(new End(key, SKIPPED));
            case AWAITING_APPROVAL -> Stream.of(new End(key, CANCELLED));
            case RUNNING -> {
                if (now.underWay() > 0) {
                    yield now.stopping() ? Stream.empty() : Stream.of(new Stop(key));
                }
                boolean completed = now.completed() + now.failed() == now.items();
                yield Stream.of(new End(key, now.failed() > 0 ? FAILED : completed ? COMPLETED : CANCELLED));
            }
            case COMPLETED, FAILED, SKIPPED, CANCELLED -> Stream.empty();
        };
    }

    /**
     * The compensations of all steps that have completed something, the last that ended first; then the steps of {@code
     * on_failure}, unless somebody cancelled.
     */
    private List<StepKey> undoing() {
        Stream<StepKey> compensations = definition.steps().stream()
                .filter(step ->
                        step.compensation() != null && state(step.name()).completed() > 0)
                .map(Step::name)
                .sorted(Comparator.comparing((String name) -> state(name).place())
                        .reversed())
                .map(StepKey::compensation);
        Stream<StepKey> onFailure = state.status() == WorkflowStatus.COMPENSATING
                ? definition.onFailure().stream().map(step -> StepKey.onFailure(step.name()))
                : Stream.empty();
        return Stream.concat(compensations, onFailure).toList();
    }

    private WorkflowStatus outcome(List<StepKey> undone) {
        if (undone.stream().anyMatch(key -> state.of(key).status() == FAILED)) {
            return WorkflowStatus.COMPENSATION_FAILED;
        }
        return state.status() == WorkflowStatus.COMPENSATING ? WorkflowStatus.FAILED : WorkflowStatus.CANCELLED;
    }

    private boolean allEnded() {
        return definition.steps().stream()
                .allMatch(step -> state(step.name()).status().isFinal());
    }

    private static List<Action> each(List<Step> steps, Function<Step, Stream<Action>> actions) {
        List<Action> all = new ArrayList<>();
        steps.forEach(step -> actions.apply(step).forEach(all::add));
        return all;
    }
}
