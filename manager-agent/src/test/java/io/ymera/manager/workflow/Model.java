package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.manager.workflow.Step.FanOut;
import io.ymera.manager.workflow.Step.TaskWork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Definitions for tests of the planner, to which data does not matter. */
final class Model {

    private Model() {}

    static Definition workflow(List<Step> steps, Step... onFailure) {
        return new Definition("w", JsonNodeFactory.instance.objectNode(), steps, List.of(onFailure));
    }

    static Step task(String name, String... needs) {
        return new Step(name, List.of(needs), List.of(), List.of(), null, work(null, null), false);
    }

    static Step needingAny(String name, String... needsAny) {
        return new Step(name, List.of(), List.of(needsAny), List.of(), null, work(null, null), false);
    }

    static Step handler(String name, String... of) {
        return new Step(name, List.of(), List.of(), List.of(of), null, work(null, null), false);
    }

    static Step fanOut(String name, int maxParallel) {
        return new Step(
                name,
                List.of(),
                List.of(),
                List.of(),
                null,
                work(new FanOut(Template.EMPTY, maxParallel), null),
                false);
    }

    static Step approval(String name, String... needs) {
        return new Step(
                name,
                List.of(needs),
                List.of(),
                List.of(),
                null,
                new Step.Approval(List.of(), null, Step.OnTimeout.REJECT, List.of()),
                false);
    }

    static Step continuing(Step step) {
        return new Step(
                step.name(), step.needs(), step.needsAny(), step.onFailureOf(), step.condition(), step.work(), true);
    }

    static Step undoable(Step step) {
        FanOut fanOut = ((TaskWork) step.work()).fanOut();
        return new Step(
                step.name(),
                step.needs(),
                step.needsAny(),
                step.onFailureOf(),
                step.condition(),
                work(fanOut, work(fanOut, null)),
                step.continueOnFailure());
    }

    private static TaskWork work(@Nullable FanOut fanOut, @Nullable TaskWork compensation) {
        return new TaskWork(
                "t", null, Template.EMPTY, TaskPriority.NORMAL, Limits.DEFAULT, Retry.DEFAULT, fanOut, compensation);
    }
}
