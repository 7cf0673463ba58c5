package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Why a workflow failed.
 *
 * @param step the step whose failure nothing could make up for
 * @param code why it failed, machine-readable
 * @param message why it failed, for a person
 */
@RegisterForReflection
record WorkflowFailure(String step, String code, String message) {

    static @Nullable WorkflowFailure from(@Nullable JsonObject stored) {
        return stored == null
                ? null
                : new WorkflowFailure(stored.getString("step"), stored.getString("code"), stored.getString("message"));
    }

    ObjectNode toJson() {
        return new StepFailure(code, message).toJson().put("step", step);
    }
}
