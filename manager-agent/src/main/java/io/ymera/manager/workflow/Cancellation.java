package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Who cancelled a workflow.
 *
 * @param by the subject
 * @param reason in their words, or null
 */
@RegisterForReflection
record Cancellation(String by, @Nullable String reason) {

    static @Nullable Cancellation from(@Nullable JsonObject stored) {
        return stored == null ? null : new Cancellation(stored.getString("by"), stored.getString("reason"));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("by", by);
        return reason == null ? json : json.put("reason", reason);
    }
}
