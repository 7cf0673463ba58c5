package io.ymera.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ymera.agent.Payloads.GoneException;
import io.ymera.contracts.task.TaskEvent.Completed;
import jakarta.inject.Singleton;

/** Makes reports of what handlers return. */
@Singleton
class Results {

    /** Larger ones do not travel in a report. */
    private static final int INLINE_BYTES = 256 * 1024;

    private final AgentSettings settings;
    private final ObjectMapper json;
    private final Payloads payloads;

    Results(AgentSettings settings, ObjectMapper json, Payloads payloads) {
        this.settings = settings;
        this.json = json;
        this.payloads = payloads;
    }

    /**
     * The result as JSON.
     *
     * @throws JsonProcessingException if it can't be written as such
     * @throws TaskFailedException if it is too large
     */
    byte[] write(Object result) throws JsonProcessingException, TaskFailedException {
        byte[] bytes = json.writeValueAsBytes(result);
        if (bytes.length > settings.maxResultBytes()) {
            throw TaskFailedException.permanent(
                    "result_too_large",
                    "The result has %d bytes of JSON; at most %d can be reported"
                            .formatted(bytes.length, settings.maxResultBytes()));
        }
        return bytes;
    }

    /** The report of a result, which is handed in before if it is large. */
    Completed report(HeldAttempt attempt, byte[] result)
            throws TaskFailedException, GoneException, InterruptedException {
        if (result.length > INLINE_BYTES) {
            payloads.store(attempt, result);
            return Completed.withStoredResult();
        }
        // Goes into the report as it is, so that it is written only once
        return new Completed(new POJONode(new RawValue(new String(result, UTF_8))));
    }
}
