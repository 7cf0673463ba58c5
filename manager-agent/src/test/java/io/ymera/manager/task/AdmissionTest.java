package io.ymera.manager.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.manager.task.Admission.Reservation;
import io.ymera.testkit.TokenIssuer;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class AdmissionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String WAITING = """
            INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                               created_at, available_at)
            SELECT gen_random_uuid(), $1, 'waits', 'admission_waits', '{}', 1, 'scheduled', 900, 3, now(),
                   now() + interval '1 year'
              FROM generate_series(1, $2)
            """;

    private final UUID ada = UUID.randomUUID();
    private final String bob = UUID.randomUUID().toString();

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool pool;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    WaitingRepository repository;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Admission running;

    @AfterEach
    void remove() {
        execute("DELETE FROM tasks WHERE owner = ANY ($1)", new String[] {ada.toString(), bob});
        running.count().await().atMost(PATIENCE);
    }

    @Test
    void whatOneOwnerHasWaitingIsLimitedAndAnotherIsNotConcerned() {
        Admission admission = admission(Integer.MAX_VALUE, 3);
        waiting(2);
        admission.count().await().atMost(PATIENCE);

        assertThat(admit(admission, ada.toString(), TaskStatus.PENDING)).isEqualTo(TaskStatus.PENDING);
        assertRefused(ErrorCode.TOO_MANY_REQUESTS, admission, ada.toString());
        assertThat(admit(admission, bob, TaskStatus.BLOCKED)).isEqualTo(TaskStatus.BLOCKED);
    }

    @Test
    void whatRunsAtOnceDoesNotCount() {
        Admission admission = admission(Integer.MAX_VALUE, 1);

        for (int i = 0; i < 5; i++) {
            admit(admission, bob, TaskStatus.DISPATCHED);
        }
        admit(admission, bob, TaskStatus.SCHEDULED);

        assertRefused(ErrorCode.TOO_MANY_REQUESTS, admission, bob);
    }

    @Test
    void whatIsUnderWayCountsAndWhatFailsDoesNot() {
        Admission admission = admission(Integer.MAX_VALUE, 1);
        CompletableFuture<TaskStatus> underWay = new CompletableFuture<>();
        CompletableFuture<TaskStatus> first = admission
                .admit(bob, () -> Uni.createFrom().completionStage(underWay))
                .subscribeAsCompletionStage();

        assertRefused(ErrorCode.TOO_MANY_REQUESTS, admission, bob);
        underWay.completeExceptionally(new IllegalStateException("full disk"));

        assertThat(first).isCompletedExceptionally();
        admit(admission, bob, TaskStatus.PENDING);
    }

    @Test
    void whatWasAcceptedBeforeACountIsNotForgottenWhileItIsUnderWay() {
        Admission admission = admission(Integer.MAX_VALUE, 1);
        admit(admission, bob, TaskStatus.PENDING);

        Uni<Void> count = admission.count();
        assertRefused(ErrorCode.TOO_MANY_REQUESTS, admission, bob);
        count.await().atMost(PATIENCE);

        // There is no such task in the queue
        admit(admission, bob, TaskStatus.PENDING);
    }

    @Test
    void roomThatIsReservedIsTakenUntilItTurnsOutThatItIsNotNeeded() {
        Admission admission = admission(Integer.MAX_VALUE, 2);
        Reservation rolledBack = admission.reservation();
        rolledBack.add(bob);
        rolledBack.add(bob);
        assertThatThrownBy(() -> rolledBack.add(bob)).isInstanceOf(ApiException.class);
        rolledBack.release();

        Reservation used = admission.reservation();
        used.add(bob);
        used.add(bob);
        used.use();
        used.release();

        assertRefused(ErrorCode.TOO_MANY_REQUESTS, admission, bob);
        admit(admission, ada.toString(), TaskStatus.PENDING);
    }

    @Test
    void whatWaitsInAllIsLimitedAndThereIsRoomAgainAfterwards() {
        waiting(2);
        int there = repository.count().await().atMost(PATIENCE).total();
        Admission admission = admission(there, Integer.MAX_VALUE);
        admission.count().await().atMost(PATIENCE);

        assertRefused(ErrorCode.OVERLOADED, admission, bob);
        remove();
        admission.count().await().atMost(PATIENCE);

        admit(admission, bob, TaskStatus.PENDING);
    }

    @Test
    void theFasterTheQueueDrainsTheSoonerToComeBack() {
        waiting(20);
        Admission admission = admission(Integer.MAX_VALUE, 11);
        admission.count().await().atMost(PATIENCE);
        Duration whileNothingMoves =
                refusal(admission, ada.toString()).retryAfter().orElseThrow();
        execute("SELECT count(nextval('fencing_tokens')) FROM generate_series(1, $1)", 100_000);
        admission.count().await().atMost(PATIENCE);
        Duration whileMuchMoves =
                refusal(admission, ada.toString()).retryAfter().orElseThrow();

        assertThat(whileNothingMoves).hasSeconds(60);
        assertThat(whileMuchMoves).hasSeconds(1);
    }

    @Test
    void aClientIsToldWhenToComeBackAndWhatItHasStays() throws Exception {
        new ScriptedAgent("admission_known", 1).close();
        Client client = new Client(TokenIssuer.shared().user(ada, "ada"));
        UUID accepted = client.submit("admission_known");
        waiting(20_000);
        running.count().await().atMost(PATIENCE);

        var refused = client.post("/tasks", "{\"name\": \"t\", \"task_type\": \"admission_known\"}")
                .statusCode(429)
                .body("code", equalTo("too_many_requests"))
                .body("detail", containsString("20000"))
                .extract();

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        client.get("/tasks/" + accepted).statusCode(200);
        Client.user().submit("admission_known");
    }

    private Admission admission(int all, int perOwner) {
        return new Admission(repository, Admissions.settings(all, perOwner));
    }

    private void waiting(int tasks) {
        pool.preparedQuery(WAITING)
                .execute(Tuple.of(ada.toString(), tasks))
                .await()
                .atMost(PATIENCE);
    }

    private void execute(String sql, Object parameter) {
        pool.preparedQuery(sql).execute(Tuple.of(parameter)).await().atMost(PATIENCE);
    }

    private static TaskStatus admit(Admission admission, String owner, TaskStatus status) {
        return admission
                .admit(owner, () -> Uni.createFrom().item(status))
                .await()
                .atMost(PATIENCE);
    }

    private static void assertRefused(ErrorCode code, Admission admission, String owner) {
        assertThat(refusal(admission, owner).code()).isEqualTo(code);
    }

    private static ApiException refusal(Admission admission, String owner) {
        try {
            admit(admission, owner, TaskStatus.PENDING);
        } catch (ApiException e) {
            return e;
        }
        throw new AssertionError("Nothing was refused");
    }
}
