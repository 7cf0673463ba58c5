package io.ymera.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskFailure;
import jakarta.inject.Singleton;

/** Makes reports of what handlers return. */
@Singleton
class Results {

    private final AgentSettings settings;
    private final ObjectMapper json;

    Results(AgentSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /**
     * The report of a result.
     *
     * @throws JsonProcessingException if it can't be written as JSON
     */
    Report report(Object result) throws JsonProcessingException {
        byte[] bytes = json.writeValueAsBytes(result);
        if (bytes.length > settings.maxResultBytes()) {
            return new Failed(new TaskFailure(
                    "result_too_large",
                    "The result has %d bytes of JSON; at most %d can be reported"
                            .formatted(bytes.length, settings.maxResultBytes()),
                    false));
        }
        // Goes into the report as it is, so that it is written only once
        return new Completed(new POJONode(new RawValue(new String(bytes, UTF_8))));
    }
}
