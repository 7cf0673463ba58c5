package io.ymera.manager.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.queue.RefusedTransitions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Hands out large parameters and takes large results in, for whoever holds the attempt. Calls block; a few are served at a
 * time, so that many large payloads do not add up in memory.
 */
@Singleton
class Payloads {

    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(20);

    private final PayloadRepository repository;
    private final RefusedTransitions refusals;
    private final PayloadSettings settings;
    private final ObjectMapper json;
    private final Semaphore room;

    Payloads(PayloadRepository repository, RefusedTransitions refusals, PayloadSettings settings, ObjectMapper json) {
        this.repository = repository;
        this.refusals = refusals;
        this.settings = settings;
        this.json = json;
        this.room = new Semaphore(settings.atOnce(), true);
    }

    /** The parameters of the attempt, as JSON. */
    String parameters(Holder holder) {
        return inTurn(() -> requireHeld("fetch_parameters", holder, repository.parameters(holder))
                .parameters()
                .orElseThrow());
    }

    /** Keeps a result until the attempt's last report; the same attempt may store again, the last one counts. */
    void store(Holder holder, InputStream result) {
        inTurn(() -> {
            byte[] bytes = read(result);
            requireJson(bytes);
            return requireHeld("store_result", holder, repository.store(holder, text(bytes)));
        });
    }

    private PayloadRepository.Found requireHeld(
            String action, Holder holder, Uni<Optional<PayloadRepository.Found>> found) {
        var attempt = holder.attempt();
        PayloadRepository.Found seen = found.await()
                .atMost(DATABASE_TIMEOUT)
                .orElseThrow(() -> ApiException.notFound("There is no task " + attempt.taskId()));
        if (!seen.held()) {
            refusals.refused(action);
            throw new ApiException(
                    ErrorCode.STALE_ATTEMPT,
                    "Attempt %d at task %s with token %d is over, or another agent's; nothing more is wanted of it"
                            .formatted(attempt.attempt(), attempt.taskId(), attempt.fencingToken()));
        }
        return seen;
    }

    private byte[] read(InputStream result) throws IOException {
        byte[] bytes = result.readNBytes(settings.maxResultBytes() + 1);
        if (bytes.length > settings.maxResultBytes()) {
            throw new ApiException(
                    ErrorCode.BODY_TOO_LARGE,
                    "The result has more than the %d bytes that are taken".formatted(settings.maxResultBytes()));
        }
        return bytes;
    }

    private void requireJson(byte[] bytes) throws IOException {
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw malformed("it is empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw malformed("something follows it");
            }
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage());
        }
    }

    /** Jackson has taken some bytes for UTF-8 that are not. */
    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("it is not UTF-8");
        }
    }

    private static ApiException malformed(String why) {
        return new ApiException(ErrorCode.MALFORMED_REQUEST, "The body is not one JSON value: " + why);
    }

    private <T> T inTurn(Callable<T> work) {
        boolean admitted = false;
        try {
            admitted = room.tryAcquire(settings.patience().toMillis(), MILLISECONDS);
            if (!admitted) {
                throw ApiException.retryLater(
                        ErrorCode.OVERLOADED, "Too many large payloads at once; try again soon", Duration.ofSeconds(1));
            }
            return work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.UNAVAILABLE, "The manager is shutting down");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ApiException(ErrorCode.MALFORMED_REQUEST, "The body could not be read");
        } finally {
            if (admitted) {
                room.release();
            }
        }
    }
}
