package io.ymera.manager.workflow;

import io.ymera.manager.workflow.Step.Approval;
import io.ymera.manager.workflow.Step.TaskWork;
import io.ymera.manager.workflow.StepView.ApprovalView;
import io.ymera.manager.workflow.StepView.WaitingFor;
import io.ymera.manager.workflow.ViewRepository.ItemTask;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of a workflow's steps. */
final class Views {

    private final Definition definition;
    private final Map<StepKey, StepState> states;
    private final Map<StepKey, List<ItemTask>> tasks;

    Views(Definition definition, Map<StepKey, StepState> states, Map<StepKey, List<ItemTask>> tasks) {
        this.definition = definition;
        this.states = states;
        this.tasks = tasks;
    }

    List<StepView> steps() {
        return definition.steps().stream()
                .map(step -> view(StepKey.step(step.name()), step, compensation(step)))
                .toList();
    }

    List<StepView> onFailure() {
        return definition.onFailure().stream()
                .map(step -> view(StepKey.onFailure(step.name()), step, null))
                .toList();
    }

    private @Nullable StepView compensation(Step step) {
        StepKey key = StepKey.compensation(step.name());
        Step compensation = step.compensation();
        return compensation == null || !states.containsKey(key) ? null : view(key, compensation, null);
    }

    private StepView view(StepKey key, Step step, @Nullable StepView compensation) {
        StepState state = states.getOrDefault(key, StepState.WAITING);
        boolean counts = !(step.work() instanceof Approval)
                && state.status() != StepStatus.WAITING
                && state.status() != StepStatus.SKIPPED;
        List<ItemTask> own = tasks.getOrDefault(key, List.of());
        return new StepView(
                step.name(),
                state.status(),
                waitingFor(key, step, state),
                counts ? state.items() : null,
                counts ? state.completed() : null,
                counts ? state.failed() : null,
                own.stream().map(ItemTask::taskId).toList(),
                state.status().isFinal() ? result(step, state, own) : null,
                state.failure(),
                ApprovalView.of(state.request()),
                compensation,
                state.startedAt(),
                state.finishedAt());
    }

    private @Nullable WaitingFor waitingFor(StepKey key, Step step, StepState state) {
        return switch (state.status()) {
            case WAITING -> {
                if (key.kind() != StepKey.Kind.STEP) {
                    yield null;
                }
                List<String> open =
                        step.predecessors().filter(this::isOpen).distinct().toList();
                yield open.isEmpty() ? WaitingFor.turn() : WaitingFor.steps(open);
            }
            case RUNNING -> WaitingFor.tasks();
            case AWAITING_APPROVAL -> WaitingFor.approval(Objects.requireNonNull(state.request()));
            case COMPLETED, FAILED, SKIPPED, CANCELLED -> null;
        };
    }

    private boolean isOpen(String step) {
        return !states.getOrDefault(StepKey.step(step), StepState.WAITING)
                .status()
                .isFinal();
    }

    private static @Nullable String result(Step step, StepState state, List<ItemTask> own) {
        boolean fansOut = step.work() instanceof TaskWork task && task.fanOut() != null;
        boolean complete = own.stream().filter(task -> task.result() != null).count() == state.completed();
        if (!complete || (state.completed() == 0 && !(fansOut && state.status() == StepStatus.COMPLETED))) {
            return null;
        }
        if (!fansOut) {
            return own.getFirst().result();
        }
        String[] results = new String[state.items()];
        Arrays.fill(results, "null");
        own.stream().filter(task -> task.result() != null).forEach(task -> results[task.item()] = task.result());
        return "[" + String.join(",", results) + "]";
    }
}
