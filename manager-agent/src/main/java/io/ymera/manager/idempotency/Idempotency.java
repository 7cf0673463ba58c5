package io.ymera.manager.idempotency;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.idempotency.AnswerRepository.Known;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request that is sent several times take effect once. The answer is stored in the transaction that does what was
 * asked for, so that a crash leaves both or neither. What failed is not remembered: sent again, it is tried again.
 */
@Singleton
public class Idempotency {

    private static final Logger LOG = Logger.getLogger(Idempotency.class);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int PRUNED_AT_A_TIME = 5_000;

    private final AnswerRepository repository;
    private final IdempotencySettings settings;
    private final Pool pool;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(AnswerRepository repository, IdempotencySettings settings, Pool pool, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** The answer 201 to a request that created something. */
    public Answer created(String location, Object body) {
        return new Answer(201, location, write(body), false);
    }

    /**
     * The same for what is checked before it is done. Whether it was answered is looked at first: what was accepted once
     * stays accepted, though it might not pass the check today.
     *
     * @param check is done outside of the transaction, since it may take a connection of its own; what it gives is handed on
     * @param action as below
     * @return fails as below, and as {@code check} fails
     */
    public <T> Uni<Answer> once(
            IdempotentRequest request, Supplier<Uni<T>> check, BiFunction<SqlClient, T, Uni<Answer>> action) {
        String digest = digest(request.body());
        return repository
                .find(request, clock.instant().minus(settings.rememberedFor()))
                .map(known -> replay(known, digest))
                .chain(replay -> replay != null
                        ? Uni.createFrom().item(replay)
                        : check.get()
                                .chain(checked -> once(request, transaction -> action.apply(transaction, checked))));
    }

    /**
     * Does what {@code request} asks for, unless that was done before; then the answer of that time is given again, marked
     * as replayed.
     *
     * @param action does it in the given transaction and says what is answered; whoever must know of a commit is told by
     *     the caller afterwards, if the answer is not a replayed one
     * @return fails with {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} if the key came with another body before, with {@link
     *     ErrorCode#CONFLICT} while the same request is under way, and as {@code action} fails
     */
    public Uni<Answer> once(IdempotentRequest request, Function<SqlClient, Uni<Answer>> action) {
        String digest = digest(request.body());
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.rememberedFor());
        return pool.withTransaction(transaction -> repository
                .begin(transaction, request, oldest)
                .map(known -> replay(known, digest))
                .chain(replay -> replay != null
                        ? Uni.createFrom().item(replay)
                        : action.apply(transaction).call(answer -> repository
                                .insert(transaction, request, digest, answer, now, oldest)
                                .invoke(Idempotency::requireFirst))));
    }

    @Scheduled(every = "1m", concurrentExecution = SKIP)
    Uni<Void> prune() {
        return forget(clock.instant().minus(settings.rememberedFor()))
                .onFailure()
                .invoke(failure -> LOG.warnf("Old idempotency keys stay for now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** In small transactions, until none that is as old is left. */
    private Uni<Void> forget(Instant oldest) {
        return repository
                .prune(oldest, PRUNED_AT_A_TIME)
                .chain(pruned -> pruned < PRUNED_AT_A_TIME ? Uni.createFrom().voidItem() : forget(oldest));
    }

    /** The answer of the first time, or null if this is the first time. */
    private static @Nullable Answer replay(Known known, String digest) {
        if (known.answer() != null && digest.equals(known.digest())) {
            return known.answer();
        }
        if (known.answer() != null) {
            throw new ApiException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "The Idempotency-Key came with another body before: send a new key with a new request");
        }
        if (!known.taken()) {
            throw underWay();
        }
        return null;
    }

    private static void requireFirst(boolean first) {
        if (!first) {
            throw underWay();
        }
    }

    private static ApiException underWay() {
        return ApiException.retryLater(
                ErrorCode.CONFLICT,
                "A request with this Idempotency-Key is under way: send it again in a moment",
                MOMENT);
    }

    /** SHA-256, in hexadecimal, of the same JSON in whichever order its members came. */
    private String digest(Object body) {
        try {
            byte[] sorted = json.writer()
                    .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .writeValueAsBytes(json.valueToTree(body));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sorted));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What was read from JSON can be written as JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An answer can be written as JSON", e);
        }
    }
}
