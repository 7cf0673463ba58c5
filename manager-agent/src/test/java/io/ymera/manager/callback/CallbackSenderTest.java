package io.ymera.manager.callback;

import static io.ymera.manager.callback.TestReceiver.status;
import static io.ymera.manager.callback.TestReceiver.write;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.queue.EndedTask;
import io.ymera.persistence.Ids;
import io.ymera.testkit.MutableClock;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of callbacks as time goes by: the test's time, long after that of the manager beside it. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class CallbackSenderTest {

    private static final Instant START = Instant.parse("2041-03-01T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    Ids ids;

    @Inject
    CallbackRepository repository;

    @Inject
    SecretRepository secretRepository;

    @Inject
    ObjectMapper json;

    private final MutableClock clock = new MutableClock(START);
    private final CallbackSettings settings = TestSettings.local().withTotalTimeout(Duration.ofSeconds(20));
    private final Keyring keyring = new Keyring(settings, clock);
    private final List<Courier> couriers = new ArrayList<>();
    private final String owner = "owner-" + UUID.randomUUID();

    @BeforeEach
    void theOwnerHasASecret() {
        await(secrets().create(owner));
        // What other tests left is not to be sent here
        await(pool.query("UPDATE callbacks SET due_at = NULL, status = 'failed'")
                .execute());
    }

    @AfterEach
    void close() {
        couriers.forEach(Courier::close);
    }

    @Test
    void theBodyTellsWhatTheTaskCameTo() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            String result = "{\"b\": null, \"a\": [1, 1.0, \"\\u0000 ä\"], \"b2\": {}}";
            UUID task = ended(url(receiver), "completed", result, null);

            send(sender());
            String body = receiver.next().body();
            JsonNode told = json.readTree(body);

            assertThat(body).contains("\"result\":" + result);
            assertThat(told.properties().stream().map(entry -> entry.getKey()))
                    .containsExactly(
                            "type", "task_id", "name", "task_type", "status", "at", "sequence", "attempt", "result");
            assertThat(told.path("type").asText()).isEqualTo("task.completed");
            assertThat(told.path("task_id").asText()).isEqualTo(task.toString());
            assertThat(told.path("name").asText()).isEqualTo("a \"name\" \\ <é>");
            assertThat(told.path("status").asText()).isEqualTo("completed");
            assertThat(Instant.parse(told.path("at").asText())).isEqualTo(START.minusMillis(1));
            assertThat(told.path("sequence").asInt()).isEqualTo(5);
        }
    }

    @Test
    void aLargeResultIsLeftOut() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            ended(url(receiver), "completed", "\"" + "x".repeat(64 * 1024 - 2) + "\"", null);
            ended(url(receiver), "completed", "\"" + "x".repeat(64 * 1024 - 1) + "\"", null);

            send(sender());
            var bodies = List.of(
                    json.readTree(receiver.next().body()),
                    json.readTree(receiver.next().body()));

            assertThat(bodies).filteredOn(body -> body.has("result")).hasSize(1);
            assertThat(bodies)
                    .filteredOn(body -> body.path("result_left_out").asBoolean())
                    .hasSize(1);
        }
    }

    @Test
    void failuresAndCancellationsAreTold() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            ended(url(receiver), "failed", null, "{\"code\": \"flaky\", \"message\": \"No\", \"retryable\": true}");
            // Of an attempt before it was cancelled
            ended(url(receiver), "cancelled", null, "{\"code\": \"before\"}");

            send(sender());
            var bodies = List.of(
                    json.readTree(receiver.next().body()),
                    json.readTree(receiver.next().body()));

            assertThat(bodies)
                    .extracting(body -> body.path("type").asText())
                    .containsExactlyInAnyOrder("task.failed", "task.cancelled");
            assertThat(bodies)
                    .extracting(body -> body.path("failure").path("code").asText())
                    .containsExactlyInAnyOrder("flaky", "");
        }
    }

    @Test
    void anEndThatIsRolledBackTellsNobodyAndOneThatIsRepeatedTellsOnce() {
        UUID task = insertTask("https://receiver.test", "completed", null, null);
        CallbackListener listener = new CallbackListener(repository, ids, clock);
        List<EndedTask> tasks = List.of(endedTask(task, "https://receiver.test", TaskStatus.COMPLETED));

        assertThatThrownBy(() -> await(pool.withTransaction(transaction -> listener.ended(transaction, tasks)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("crash"))))))
                .hasMessage("crash");
        assertThat(callbacks(task)).isEmpty();
        await(pool.withTransaction(transaction -> listener.ended(transaction, tasks)));
        await(pool.withTransaction(transaction -> listener.ended(transaction, tasks)));

        assertThat(callbacks(task)).hasSize(1);
    }

    @Test
    void aCallbackIsRetriedWithTheSameIdAndBodyAndANewSignature() throws Exception {
        int[] status = {503};
        try (var receiver =
                new TestReceiver((connection, request) -> status(status[0]).answer(connection, request))) {
            UUID task = ended(url(receiver), "completed", "{}", null);
            CallbackSender sender = sender();

            send(sender);
            var first = receiver.next();
            var waiting = await(task, callback -> callback.attempts().size() == 1);
            send(sender);
            assertThat(receiver.waiting()).isZero();
            status[0] = 200;
            clock.advance(Duration.ofSeconds(5));
            send(sender);
            var second = receiver.next();
            var delivered = await(task, callback -> callback.status() == CallbackStatus.DELIVERED);

            assertThat(waiting.status()).isEqualTo(CallbackStatus.PENDING);
            assertThat(waiting.nextAttemptAt()).isBetween(START.plusSeconds(1), START.plusSeconds(5));
            assertThat(waiting.attempts().getFirst().statusCode()).isEqualTo(503);
            assertThat(waiting.attempts().getFirst().error())
                    .isEqualTo(new CallbackView.Reason("refused_status", DeliveryError.REFUSED_STATUS.message()));
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().get("webhook-id"))
                    .isEqualTo(first.headers().get("webhook-id"))
                    .isEqualTo(delivered.callbackId().toString());
            assertThat(second.headers().get("webhook-timestamp"))
                    .isEqualTo(String.valueOf(START.plusSeconds(5).getEpochSecond()));
            assertThat(second.headers().get("webhook-signature"))
                    .isNotEqualTo(first.headers().get("webhook-signature"));
            assertThat(delivered.attempts()).hasSize(2);
            assertThat(delivered.attempts().get(1).error()).isNull();
            assertThat(delivered.nextAttemptAt()).isNull();
            assertThat(delivered.finishedAt()).isEqualTo(START.plusSeconds(5));
        }
    }

    @Test
    void afterADayItIsGivenUp() throws Exception {
        try (var receiver = new TestReceiver(status(500))) {
            UUID task = ended(url(receiver), "completed", "{}", null);
            CallbackSender sender = sender();

            int attempts = 0;
            while (callbacks(task).getFirst().status() == CallbackStatus.PENDING) {
                assertThat(clock.instant()).isBefore(START.plus(Duration.ofHours(25)));
                send(sender);
                int done = ++attempts;
                var callback = await(task, found -> found.attempts().size() == done);
                Instant next = callback.nextAttemptAt();
                if (next != null) {
                    clock.set(next);
                }
            }

            assertThat(callbacks(task).getFirst().status()).isEqualTo(CallbackStatus.FAILED);
            assertThat(clock.instant()).isAfter(START.plus(Duration.ofHours(20)));
            assertThat(attempts).isBetween(25, 150);
        }
    }

    @Test
    void aReceiverThatDoesNotWantItIsLeftAlone() throws Exception {
        try (var receiver = new TestReceiver(status(410))) {
            UUID task = ended(url(receiver), "completed", "{}", null);
            CallbackSender sender = sender();

            send(sender);
            var gone = await(task, callback -> callback.status() == CallbackStatus.GONE);
            clock.advance(Duration.ofHours(2));
            send(sender);

            assertThat(gone.nextAttemptAt()).isNull();
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatAManagerThatIsGoneHadClaimedIsSentByAnother() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            UUID task = ended(url(receiver), "completed", "{}", null);
            UUID callback = callbacks(task).getFirst().callbackId();
            Parcel lost = await(repository.claim(List.of(callback), clock.instant(), START.plusSeconds(35)))
                    .getFirst();

            send(sender());
            assertThat(receiver.connections()).isZero();
            clock.advance(Duration.ofSeconds(35));
            send(sender());
            receiver.next();
            await(task, found -> found.status() == CallbackStatus.DELIVERED);
            // It was not gone but slow: what it says now changes nothing
            await(repository.record(
                    lost,
                    CallbackStatus.FAILED,
                    null,
                    START,
                    Duration.ZERO,
                    Answer.failed(DeliveryError.TIMEOUT),
                    clock.instant()));

            assertThat(callbacks(task).getFirst().status()).isEqualTo(CallbackStatus.DELIVERED);
            assertThat(callbacks(task).getFirst().attempts())
                    .extracting("attempt")
                    .containsExactly(2);
        }
    }

    @Test
    void managersThatSendAtTheSameTimeSendEachOnce() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            List<UUID> tasks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                tasks.add(ended(url(receiver), "completed", "{}", null));
            }

            List<CallbackSender> senders =
                    Stream.generate(this::sender).limit(3).toList();
            senders.forEach(CallbackSender::tick);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                var callback = receiver.next(() -> senders.forEach(CallbackSender::tick));
                assertThat(seen.add(callback.headers().get("webhook-id"))).isTrue();
            }
            for (UUID task : tasks) {
                await(task, callback -> callback.status() == CallbackStatus.DELIVERED);
            }

            assertThat(receiver.connections()).isEqualTo(60);
        }
    }

    @Test
    void aSlowReceiverHoldsUpNeitherOtherReceiversNorOtherOwners() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (var slow = new TestReceiver((connection, request) -> {
                    end.await();
                    status(200).answer(connection, request);
                });
                var quick = new TestReceiver(status(200))) {
            for (int i = 0; i < 20; i++) {
                ended("http://slow.test:%d/".formatted(slow.port()), "completed", "{}", null);
            }
            CallbackSender sender = sender();
            sender.tick();
            for (int i = 0; i < 4; i++) {
                slow.next();
            }

            UUID same = ended(url(quick), "completed", "{}", null);
            String other = "other-" + UUID.randomUUID();
            await(secrets().create(other));
            UUID others = ended(other, url(quick), "completed", "{}", null);
            sender.tick();
            await(same, callback -> callback.status() == CallbackStatus.DELIVERED);
            await(others, callback -> callback.status() == CallbackStatus.DELIVERED);

            assertThat(slow.connections()).isEqualTo(4);
            end.countDown();
            for (int i = 4; i < 20; i++) {
                slow.next();
            }
        }
    }

    @Test
    void whatIsUnderWayWhenTheManagerStopsIsDueForAnother() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (var receiver = new TestReceiver((connection, request) -> {
            end.await();
            write(connection, "");
        })) {
            UUID task = ended(url(receiver), "completed", "{}", null);
            CallbackSender sender = sender();
            sender.tick();
            receiver.next();

            sender.stop(new ShutdownEvent());
            sender.tick();

            assertThat(callbacks(task).getFirst().status()).isEqualTo(CallbackStatus.PENDING);
            assertThat(callbacks(task).getFirst().nextAttemptAt()).isEqualTo(START);
            send(sender());
            receiver.next();
            end.countDown();
        }
    }

    @Test
    void withoutAKeyCallbacksWait() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            ended(url(receiver), "completed", "{}", null);
            var without = new CallbackSender(
                    repository,
                    courier(),
                    new Keyring(TestSettings.local().withoutKey(), clock),
                    settings,
                    clock,
                    new Random(7),
                    new SimpleMeterRegistry());

            without.tick();
            send(sender());
            receiver.next();

            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void withoutAKeyCallbacksAreRefused() {
        CallbackSettings without = TestSettings.local().withoutKey();
        Keyring empty = new Keyring(without, clock);
        Secrets secrets = new Secrets(secretRepository, without, empty, clock);
        CallbackTargets targets = new CallbackTargets(without, empty, secrets);

        assertThatThrownBy(() -> await(secrets.create(owner))).hasMessageContaining("CALLBACK_ENCRYPTION_KEY");
        assertThatThrownBy(() -> await(targets.check(owner, "https://receiver.test", "/callback_url")))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                    assertThat(refusal.violations().getFirst().message()).contains("CALLBACK_ENCRYPTION_KEY");
                });
        await(targets.check(owner, null, "/callback_url"));
    }

    /** Begins to send what is due; returns when it has begun. */
    private void send(CallbackSender sender) {
        await(sender.sendDue());
    }

    private CallbackSender sender() {
        return new CallbackSender(
                repository, courier(), keyring, settings, clock, new Random(7), new SimpleMeterRegistry());
    }

    private Courier courier() {
        Courier courier =
                new Courier(vertx, settings, host -> List.of(InetAddress.ofLiteral("127.0.0.1")), keyring, clock);
        couriers.add(courier);
        return courier;
    }

    private Secrets secrets() {
        return new Secrets(secretRepository, settings, keyring, clock);
    }

    private static String url(TestReceiver receiver) {
        return "http://receiver.test:%d/hook".formatted(receiver.port());
    }

    private UUID ended(String url, String status, @Nullable String result, @Nullable String failure) {
        return ended(owner, url, status, result, failure);
    }

    private UUID ended(String owner, String url, String status, @Nullable String result, @Nullable String failure) {
        UUID task = insertTask(owner, url, status, result, failure);
        CallbackListener listener = new CallbackListener(repository, ids, clock);
        await(pool.withTransaction(
                transaction -> listener.ended(transaction, List.of(endedTask(task, url, TaskStatus.of(status))))));
        return task;
    }

    private EndedTask endedTask(UUID task, String url, TaskStatus status) {
        return new EndedTask(task, owner, status, null, null, null, url);
    }

    private UUID insertTask(String url, String status, @Nullable String result, @Nullable String failure) {
        return insertTask(owner, url, status, result, failure);
    }

    private UUID insertTask(
            String owner, String url, String status, @Nullable String result, @Nullable String failure) {
        UUID id = ids.next();
        await(pool.preparedQuery("""
                        INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                                           created_at, available_at, finished_at, attempt, result, failure, event_sequence, callback_url)
                        VALUES ($1, $2, 'a "name" \\ <é>', 'told', '{}', 1, $3, 900, 3, $4, $4, $5, 1, $6::text::json, $7::text::json,
                                5, $8)
                        """)
                .execute(Tuple.of(id, owner, status, START.minusSeconds(60).atOffset(UTC))
                        .addValue(START.minusMillis(1).atOffset(UTC))
                        .addValue(result)
                        .addValue(failure)
                        .addValue(url)));
        return id;
    }

    private List<CallbackView> callbacks(UUID task) {
        return await(repository.ofTask(task, null)).orElseThrow();
    }

    private CallbackView await(UUID task, Predicate<CallbackView> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            CallbackView callback = callbacks(task).getFirst();
            if (wanted.test(callback)) {
                return callback;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The callback did not become as wanted: " + callback);
            }
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
