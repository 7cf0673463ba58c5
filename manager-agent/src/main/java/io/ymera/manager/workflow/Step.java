package io.ymera.manager.workflow;

import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Retry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a workflow. It has its turn when all those that it names in {@code needs}, {@code needsAny} and {@code
 * onFailureOf} have ended, and is skipped then unless each of the three lists, if not empty, is as it says.
 *
 * @param needs steps that must all have been completed
 * @param needsAny steps of which one must have been completed
 * @param onFailureOf steps of which one must have failed; their failure is handled by this step
 * @param condition must hold when it has its turn, or it is skipped; null for none
 * @param continueOnFailure whether its failure counts as completion for the steps that need it, and for the workflow
 */
record Step(
        String name,
        List<String> needs,
        List<String> needsAny,
        List<String> onFailureOf,
        @Nullable Condition condition,
        Work work,
        boolean continueOnFailure) {

    /** What is done in a step. */
    sealed interface Work {}

    /**
     * A task, or one for each item of a list.
     *
     * @param version of the capability; null for the one that is chosen when the step begins
     * @param fanOut null for a single task
     * @param compensation undoes what the task has done; null for nothing
     */
    record TaskWork(
            String taskType,
            @Nullable Integer version,
            Template parameters,
            TaskPriority priority,
            Limits limits,
            Retry retry,
            @Nullable FanOut fanOut,
            @Nullable TaskWork compensation)
            implements Work {}

    /**
     * One task for each item of a list, of at most {@value #MOST_ITEMS}.
     *
     * @param items the list
     * @param maxParallel how many may be queued or running at once
     */
    record FanOut(Template items, int maxParallel) {
        static final int MOST_ITEMS = 1_000;
    }

    /**
     * Somebody says yes or no.
     *
     * @param by subjects, and roles as {@code role:admin}; empty for the workflow's owner
     * @param timeout how long they have; null for as long as it takes
     * @param escalateTo who is asked next, for as long again; empty unless that is what happens on time-out
     */
    record Approval(List<String> by, @Nullable Duration timeout, OnTimeout onTimeout, List<String> escalateTo)
            implements Work {}

    /** What happens when nobody has said anything in time. */
    enum OnTimeout {
        REJECT,
        APPROVE,
        /** Others are asked; when they say nothing either, it is rejected. */
        ESCALATE
    }

    /** A step that begins as soon as it may, as those of {@code on_failure} and compensations do. */
    static Step alone(String name, @Nullable Condition condition, Work work) {
        return new Step(name, List.of(), List.of(), List.of(), condition, work, true);
    }

    /** All that must have ended before it has its turn. */
    Stream<String> predecessors() {
        return Stream.of(needs, needsAny, onFailureOf).flatMap(List::stream);
    }

    /** How many tasks it may have at once. */
    int maxParallel() {
        return work instanceof TaskWork task && task.fanOut() != null
                ? task.fanOut().maxParallel()
                : 1;
    }

    /** Undoes this step, task by task; null if nothing does. */
    @Nullable
    Step compensation() {
        return work instanceof TaskWork task && task.compensation() != null
                ? alone(name, null, task.compensation())
                : null;
    }
}
