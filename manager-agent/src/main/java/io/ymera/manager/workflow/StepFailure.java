package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Why a step failed.
 *
 * @param code machine-readable; that of the task's failure, or one of ours
 * @param message for a person; an agent's words are cut to {@value #LONGEST} characters and have no U+0000
 */
@RegisterForReflection
record StepFailure(String code, String message) {

    private static final int LONGEST = 2_000;

    StepFailure {
        code = clean(code);
        message = clean(message);
    }

    private static String clean(String text) {
        String readable = text.replace('\0', '\uFFFD');
        return readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST - 1) + "…";
    }

    /** Reads what is stored, be it ours or a task's. */
    static @Nullable StepFailure from(@Nullable JsonObject stored) {
        return stored == null
                ? null
                : new StepFailure(stored.getString("code", "failed"), stored.getString("message", "The task failed"));
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    }
}
