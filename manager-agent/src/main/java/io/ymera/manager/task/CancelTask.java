package io.ymera.manager.task;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.web.problem.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /tasks/{id}/cancel}, which may be missing.
 *
 * @param reason why, up to 500 characters; or null
 */
@RegisterForReflection
record CancelTask(@Nullable String reason) {

    private static final int LONGEST = 500;
    private static final CancelTask WITHOUT_REASON = new CancelTask(null);

    /**
     * Reads a body.
     *
     * @throws JsonProcessingException if it is not JSON, or of another form
     * @throws ApiException if the reason is not one that can be stored
     */
    static CancelTask read(ObjectMapper json, String body) throws JsonProcessingException {
        if (body.isEmpty()) {
            return WITHOUT_REASON;
        }
        CancelTask cancel = requireNonNullElse(json.readValue(body, CancelTask.class), WITHOUT_REASON);
        String reason = cancel.reason();
        if (reason != null && (reason.length() > LONGEST || reason.indexOf('\0') >= 0)) {
            throw ApiException.invalid(
                    "/reason", "must have at most %d characters, none of them U+0000".formatted(LONGEST));
        }
        return cancel;
    }
}
