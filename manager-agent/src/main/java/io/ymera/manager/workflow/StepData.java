package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.manager.workflow.Step.TaskWork;
import io.ymera.manager.workflow.StepState.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What references point into: {@code /input}, {@code /workflow}, {@code /steps} with the status, result and failure of
 * each, and {@code /failure} once the workflow has failed. The result of a fan-out is the list of its items' results, with
 * null for those that were not completed.
 */
final class StepData {

    private final Run run;
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();
    private final ObjectNode steps = data.putObject(Scope.STEPS);

    private StepData(Run run) {
        this.run = run;
    }

    /** @param results of those steps whose results are wanted */
    static ObjectNode of(Run run, List<Results.Item> results) {
        StepData data = new StepData(run);
        data.fill();
        results.forEach(data::add);
        return data.data;
    }

    private void fill() {
        data.set(Scope.INPUT, run.definition().input());
        data.putObject(Scope.WORKFLOW)
                .put("id", run.head().id().toString())
                .put("name", run.definition().name());
        WorkflowFailure failure = run.head().failure();
        if (failure != null) {
            data.set(Scope.FAILURE, failure.toJson());
        }
        run.definition().steps().forEach(this::add);
    }

    private void add(Step step) {
        StepState state = run.state(StepKey.step(step.name()));
        ObjectNode node =
                steps.putObject(step.name()).put("status", state.status().wireName());
        if (state.failure() != null) {
            node.set("failure", state.failure().toJson());
        }
        if (state.request() != null && state.request().decision() != null) {
            node.set("result", decision(state.request().decision()));
        }
        if (state.status().isFinal() && fansOut(step) && state.status() != StepStatus.SKIPPED) {
            ArrayNode items = node.putArray("result");
            for (int i = 0; i < state.items(); i++) {
                items.addNull();
            }
        }
    }

    private void add(Results.Item result) {
        ObjectNode node = (ObjectNode) steps.path(result.step());
        if (node.path("result") instanceof ArrayNode items && fansOut(run.step(StepKey.step(result.step())))) {
            items.set(result.item(), result.value());
        } else {
            node.set("result", result.value());
        }
    }

    private static boolean fansOut(Step step) {
        return step.work() instanceof TaskWork task && task.fanOut() != null;
    }

    private static ObjectNode decision(Decision decision) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("approved", decision.approved())
                .put("by", decision.by())
                .put("comment", decision.comment())
                .put("at", decision.at().toString());
    }

    /** The data with what only one item of a step, or only a compensation, may refer to. */
    static ObjectNode with(ObjectNode data, @Nullable JsonNode item, int index, @Nullable JsonNode result) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.setAll(data);
        if (item != null) {
            more.set(Scope.ITEM, item);
            more.put(Scope.INDEX, index);
        }
        if (result != null) {
            more.set(Scope.RESULT, result);
        }
        return more;
    }
}
