package io.ymera.manager.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.QuickDeadlines;
import io.ymera.testkit.MutableClock;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class IdempotencyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_DAY = Duration.ofHours(24);

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool pool;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    AnswerRepository repository;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    ObjectMapper json;

    private final MutableClock clock = new MutableClock(Instant.parse("2001-01-01T00:00:00Z"));
    private final AtomicInteger done = new AtomicInteger();
    private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());

    @SuppressWarnings("NullAway.Init") // set before each test
    private Idempotency idempotency;

    @BeforeEach
    void create() {
        idempotency = new Idempotency(repository, () -> A_DAY, pool, json, clock);
    }

    @Test
    void theSecondTimeNothingIsDoneAndTheAnswerIsTheSame() {
        Answer first = once("ada", "POST /things", Map.of("a", 1));
        Answer second = once("ada", "POST /things", Map.of("a", 1));

        assertThat(done).hasValue(1);
        assertThat(first.replayed()).isFalse();
        assertThat(second).isEqualTo(new Answer(201, "/things/1", "{\"thing\":1}", true));
    }

    @Test
    void anotherCallersAndAnotherRoutesKeyIsAnotherKey() {
        once("ada", "POST /things", Map.of());
        once("bob", "POST /things", Map.of());
        once("ada", "POST /others", Map.of());

        assertThat(done).hasValue(3);
    }

    @Test
    void theSameMembersInAnotherOrderAreTheSameBody() throws Exception {
        once("ada", "POST /things", json.readTree("{\"a\": {\"b\": 1, \"c\": [2, 3]}, \"d\": null}"));

        Answer second = once("ada", "POST /things", json.readTree("{\"d\": null, \"a\": {\"c\": [2, 3], \"b\": 1}}"));

        assertThat(second.replayed()).isTrue();
        assertRefused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> once("ada", "POST /things", Map.of("a", Map.of("b", 1, "c", List.of(3, 2)))));
    }

    @Test
    void whatWasAcceptedOnceIsNotCheckedAgain() {
        Answer first = checked(Uni.createFrom().item("good"));
        Answer second = checked(Uni.createFrom().failure(new IllegalStateException("not good any more")));

        assertThat(first.body()).isEqualTo("{\"is\":\"good\"}");
        assertThat(second).isEqualTo(new Answer(201, "/things/1", first.body(), true));
    }

    private Answer checked(Uni<String> check) {
        return idempotency
                .once(request("ada", "POST /things", Map.of()), () -> check, (transaction, is) -> Uni.createFrom()
                        .item(idempotency.created("/things/1", Map.of("is", is))))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void anotherBodyIsRefused() {
        once("ada", "POST /things", Map.of("a", 1));

        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> once("ada", "POST /things", Map.of("a", 2)));
        assertThat(done).hasValue(1);
    }

    @Test
    void whileARequestIsUnderWayItsTwinIsRefusedAtOnce() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        CompletableFuture<Answer> first = idempotency
                .once(request("ada", "POST /things", Map.of()), transaction -> {
                    begun.complete(null);
                    return Uni.createFrom()
                            .completionStage(mayEnd)
                            .map(now -> idempotency.created("/things/1", Map.of()));
                })
                .subscribeAsCompletionStage();
        begun.get();

        assertRefused(ErrorCode.CONFLICT, () -> once("ada", "POST /things", Map.of()));
        mayEnd.complete(null);
        first.get();
        assertThat(once("ada", "POST /things", Map.of()).replayed()).isTrue();
        assertThat(done).hasValue(0);
    }

    @Test
    void whatFailedIsNotRememberedAndItsChangesAreUndone() {
        String owner = UUID.randomUUID().toString();

        assertThatThrownBy(() -> idempotency
                        .once(request("ada", "POST /things", Map.of()), transaction -> transaction
                                .preparedQuery("INSERT INTO concurrency_keys VALUES ($1, 'k', $2)")
                                .execute(Tuple.of(owner, UUID.randomUUID()))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("half way"))))
                        .await()
                        .atMost(PATIENCE))
                .hasMessage("half way");

        assertThat(pool.preparedQuery("SELECT FROM concurrency_keys WHERE owner = $1")
                        .execute(Tuple.of(owner))
                        .await()
                        .atMost(PATIENCE)
                        .size())
                .isZero();
        assertThat(once("ada", "POST /things", Map.of()).replayed()).isFalse();
    }

    @Test
    void afterADayTheKeyIsForgottenWithAndWithoutPruning() {
        once("ada", "POST /things", Map.of());

        clock.advance(A_DAY.minusSeconds(1));
        idempotency.prune().await().atMost(PATIENCE);
        assertThat(once("ada", "POST /things", Map.of()).replayed()).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(once("ada", "POST /things", Map.of("other", 1)).replayed()).isFalse();

        clock.advance(A_DAY);
        idempotency.prune().await().atMost(PATIENCE);
        assertThat(pool.preparedQuery("SELECT FROM idempotency_keys WHERE key = $1")
                        .execute(Tuple.of(key.value()))
                        .await()
                        .atMost(PATIENCE)
                        .size())
                .isZero();
    }

    private Answer once(String caller, String route, Object body) {
        return idempotency
                .once(request(caller, route, body), transaction -> Uni.createFrom()
                        .item(() -> {
                            int thing = done.incrementAndGet();
                            return idempotency.created("/things/" + thing, Map.of("thing", thing));
                        }))
                .await()
                .atMost(PATIENCE);
    }

    private IdempotentRequest request(String caller, String route, Object body) {
        return new IdempotentRequest(caller, route, key, body);
    }

    private static void assertRefused(ErrorCode code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
