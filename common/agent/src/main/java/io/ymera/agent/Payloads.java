package io.ymera.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.task.AttemptRef;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * The agent's end of the claim check: fetches parameters and hands in results that are too large for Kafka, again and again
 * while the manager is away.
 */
@Singleton
class Payloads {

    private static final Logger LOG = Logger.getLogger(Payloads.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PayloadApi manager;
    private final ObjectMapper json;

    Payloads(@RestClient PayloadApi manager, ObjectMapper json) {
        this.manager = manager;
        this.json = json;
    }

    /** The manager wants nothing more of the attempt. */
    static final class GoneException extends Exception {
        private static final long serialVersionUID = 1L;

        GoneException(Throwable cause) {
            super(cause);
        }
    }

    /** The attempt's parameters, wherever they are. */
    JsonParser parameters(HeldAttempt attempt)
            throws IOException, TaskFailedException, GoneException, InterruptedException {
        JsonNode inline = attempt.assignment().parameters();
        if (inline != null) {
            return json.treeAsTokens(inline);
        }
        AttemptRef ref = attempt.ref();
        byte[] fetched = insist(
                attempt,
                attempt::isCancelled,
                () -> manager.parameters(ref.taskId(), ref.attempt(), ref.fencingToken()));
        return json.createParser(fetched);
    }

    /** Hands the result in; returns when the manager has it. */
    void store(HeldAttempt attempt, byte[] result) throws TaskFailedException, GoneException, InterruptedException {
        AttemptRef ref = attempt.ref();
        insist(attempt, attempt::isSuperseded, () -> {
            manager.store(ref.taskId(), ref.attempt(), ref.fencingToken(), result);
            return true;
        });
    }

    private static <T> T insist(HeldAttempt attempt, BooleanSupplier unwanted, Supplier<T> call)
            throws TaskFailedException, GoneException, InterruptedException {
        while (true) {
            try {
                return call.get();
            } catch (WebApplicationException e) {
                refuse(e);
                LOG.warnf("A payload of task %s has to wait: %s", attempt.taskId(), e.getMessage());
            } catch (RuntimeException e) {
                // Also what becomes of an interrupt while it waits for the answer
                LOG.warnf("A payload of task %s has to wait: %s", attempt.taskId(), e.getMessage());
            }
            if (unwanted.getAsBoolean()) {
                throw new InterruptedException("Nobody wants task %s any more".formatted(attempt.taskId()));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Throws if the manager will not say anything else when it is asked again. */
    private static void refuse(WebApplicationException answer) throws TaskFailedException, GoneException {
        int status = answer.getResponse().getStatus();
        switch (status) {
            case 404, 409 -> throw new GoneException(answer);
            case 400, 413, 422 ->
                throw TaskFailedException.permanent(
                        "payload_refused", "The manager refused a large payload with status %d".formatted(status));
            default -> {
                // It is away or busy, or our token has just become too old
            }
        }
    }
}
