package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.manager.workflow.Step.Approval;
import io.ymera.manager.workflow.Step.FanOut;
import io.ymera.manager.workflow.Step.TaskWork;

/** What becomes of a step that has its turn. */
sealed interface Turn {

    /** Its condition does not hold. */
    record Skip() implements Turn {}

    /** Its data is not as it must be. */
    record Fail(StepFailure why) implements Turn {}

    /**
     * Its tasks are to be queued.
     *
     * @param items how many
     */
    record Run(int items) implements Turn {}

    /** Somebody is asked. */
    record Ask(Approval approval) implements Turn {}

    /** What becomes of {@code step}, of which {@code data} is what it may refer to. */
    static Turn of(Step step, JsonNode data) {
        try {
            if (step.condition() != null && !step.condition().holds(data)) {
                return new Skip();
            }
            return switch (step.work()) {
                case Approval approval -> new Ask(approval);
                case TaskWork task ->
                    new Run(
                            task.fanOut() == null
                                    ? 1
                                    : items(task.fanOut(), data).size());
            };
        } catch (DataException e) {
            return new Fail(e.failure());
        }
    }

    /**
     * The items of a fan-out.
     *
     * @throws DataException unless there is an array, and not too long a one
     */
    static JsonNode items(FanOut fanOut, JsonNode data) {
        JsonNode items = fanOut.items().resolve(data);
        if (!items.isArray()) {
            throw new DataException("not_a_list", "What for_each points at is no array");
        }
        if (items.size() > FanOut.MOST_ITEMS) {
            throw new DataException(
                    "too_many_items",
                    "for_each points at %d items; there may be %d".formatted(items.size(), FanOut.MOST_ITEMS));
        }
        return items;
    }
}
