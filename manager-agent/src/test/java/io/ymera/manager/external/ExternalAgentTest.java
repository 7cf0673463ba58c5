package io.ymera.manager.external;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.ymera.manager.Client;
import io.ymera.manager.LiveClient;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.manager.external.ExternalAgent.Held;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A task's way through an agent that speaks HTTP only. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ExternalAgentTest {

    private final Client client = Client.user();

    @Inject
    MeterRegistry metrics;

    @Test
    void aTaskIsLeasedReportedOnAndCompleted() throws Exception {
        try (var agent = new ExternalAgent(1, "external_happy")) {
            UUID task = client.submit("external_happy", ", \"parameters\": {\"text\": \"näïve \\u0000\"}");

            Held lease = agent.lease();
            String parameters = lease.lease().getString("leases[0].parameters.text");
            Instant deadline = Instant.parse(lease.lease().getString("leases[0].deadline"));
            String running = client.task(task).getString("agent_id");
            agent.report(lease, "progress", "\"fraction\": 0.5, \"message\": \"half\"")
                    .statusCode(200)
                    .body("effect", equalTo("applied"));
            agent.complete(lease, "{\"text\": \"done \\u0000\"}")
                    .statusCode(200)
                    .body("effect", equalTo("applied"));
            var seen = LiveClient.follow(client, task, 0);

            assertThat(lease.task()).isEqualTo(task);
            assertThat(lease.attempt()).isEqualTo(1);
            assertThat(lease.version()).isEqualTo(1);
            assertThat(parameters).isEqualTo("näïve \u0000");
            assertThat(deadline)
                    .isBetween(Instant.now().plusSeconds(800), Instant.now().plusSeconds(901));
            assertThat(running).isEqualTo(agent.id());
            assertThat(seen.types()).containsExactly("task.created", "task.started", "task.progress", "task.completed");
            assertThat(client.task(task).getString("result.text")).isEqualTo("done \u0000");
        }
    }

    @Test
    void aLeaseIsKeptByHeartbeatsAndLostWithoutThem() throws Exception {
        try (var agent = new ExternalAgent(1, "external_kept")) {
            UUID task = client.submit("external_kept");
            Held lease = agent.lease();

            agent.fallSilent();
            var ended = client.await(task, t -> t.getString("failure.code") != null);
            try (var other = new ExternalAgent(1, "external_kept")) {
                Held second = other.lease();
                agent.complete(lease, "{\"text\": \"late\"}")
                        .statusCode(409)
                        .body("code", equalTo("stale_attempt"))
                        .body("detail", allOf(containsString("Attempt 1"), containsString("running")));
                other.complete(second, "{\"text\": \"in time\"}").statusCode(200);

                assertThat(ended.getString("failure.code")).isEqualTo("agent_lost");
                assertThat(second.attempt()).isEqualTo(2);
                assertThat(client.task(task).getString("result.text")).isEqualTo("in time");
            }
        }
    }

    @Test
    void aRepeatedCompleteIsTheSameAsOne() throws Exception {
        try (var agent = new ExternalAgent(1, "external_twice")) {
            UUID task = client.submit("external_twice");
            Held lease = agent.lease();

            agent.complete(lease, "{\"n\": 1}").statusCode(200).body("effect", equalTo("applied"));
            agent.complete(lease, "{\"n\": 2}").statusCode(200).body("effect", equalTo("duplicate"));
            agent.report(lease, "fail", FAILURE)
                    .statusCode(409)
                    .body("code", equalTo("stale_attempt"))
                    .body("detail", containsString("completed"));

            assertThat(client.task(task).getInt("result.n")).isEqualTo(1);
            assertThat(LiveClient.follow(client, task, 0).types()).containsOnlyOnce("task.completed");
        }
    }

    @Test
    void aRetryableFailureLeadsToAnotherAttemptAndAReleaseCostsNothing() throws Exception {
        try (var agent = new ExternalAgent(1, "external_fail")) {
            UUID task = client.submit("external_fail", ", \"retry\": {\"max_attempts\": 2}");

            agent.report(agent.lease(), "fail", FAILURE).statusCode(200);
            agent.report(agent.lease(), "release", "\"reason\": \"stopped\"").statusCode(200);
            Held third = agent.lease();
            agent.report(third, "fail", FAILURE).statusCode(200);

            assertThat(third.attempt()).isEqualTo(3);
            assertThat(client.awaitStatus(task, "failed").getString("failure.code"))
                    .isEqualTo("flaky");
        }
    }

    @Test
    void reportsInAnyNumberAtTheSameTimeAreAllTaken() throws Exception {
        try (var agent = new ExternalAgent(1, "external_many");
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            UUID task = client.submit("external_many");
            Held lease = agent.lease();

            var reports = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> agent.report(lease, "progress", "\"fraction\": 0.5, \"message\": \"m\"")
                                    .statusCode(200),
                            threads))
                    .toList();
            CompletableFuture.allOf(reports.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            agent.complete(lease, "{}").statusCode(200);

            assertThat(LiveClient.follow(client, task, 0).types().stream().filter("task.progress"::equals))
                    .hasSize(8);
        }
    }

    @Test
    void aNumberThatWasUsedBeforeIsARepetitionOfProgressAndAMistakeAtTheEnd() throws Exception {
        try (var agent = new ExternalAgent(1, "external_sequence")) {
            client.submit("external_sequence");
            Held lease = agent.lease();
            String progress = "\"sequence\": 7, \"fraction\": 0, \"message\": \"\"";

            agent.report(lease, "progress", progress).body("effect", equalTo("applied"));
            agent.report(lease, "progress", progress).statusCode(200).body("effect", equalTo("duplicate"));
            agent.report(lease, "complete", "\"sequence\": 7, \"result\": {}")
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/sequence"));
            agent.report(lease, "complete", "\"sequence\": 8, \"result\": {}").statusCode(200);
            agent.report(lease, "complete", "\"sequence\": 8, \"result\": {}")
                    .statusCode(200)
                    .body("effect", equalTo("duplicate"));
        }
    }

    @Test
    void whoWaitsIsWokenByATask() throws Exception {
        try (var agent = new ExternalAgent(1, "external_wait", "external_other");
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            var asked = CompletableFuture.supplyAsync(agent::lease, thread);
            // Waiting by the time that this has waited
            agent.ask("{\"wait_seconds\": 1, \"capabilities\": [{\"name\": \"external_other\"}]}")
                    .statusCode(200);
            Instant begun = Instant.now();

            UUID task = client.submit("external_wait");

            assertThat(asked.get(30, TimeUnit.SECONDS).task()).isEqualTo(task);
            // Else it would have found the task when its 25 s were over
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void whoWaitsInVainGetsNothing() throws Exception {
        try (var agent = new ExternalAgent(1, "external_vain")) {
            Instant begun = Instant.now();

            agent.ask("{\"wait_seconds\": 1}").statusCode(200).body("leases", empty());

            assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            agent.ask("{}").statusCode(200).body("leases", empty());
        }
    }

    @Test
    void noMoreIsLeasedThanThereAreSlots() throws Exception {
        try (var agent = new ExternalAgent(3, "external_slots")) {
            for (int i = 0; i < 5; i++) {
                client.submit("external_slots");
            }

            List<Held> leased = agent.lease("{\"max\": 100}");
            List<Held> none = agent.lease("{\"max\": 100}");
            agent.complete(leased.getFirst(), "{}");
            List<Held> more = agent.lease("{\"max\": 100, \"wait_seconds\": 5}");

            assertThat(leased).hasSize(3);
            assertThat(none).isEmpty();
            assertThat(more).hasSize(1);
            Set<UUID> tasks = new HashSet<>(leased.stream().map(Held::task).toList());
            assertThat(tasks).hasSize(3).doesNotContain(more.getFirst().task());
        }
    }

    @Test
    void onlyWhatIsAskedForIsLeased() throws Exception {
        try (var agent = new ExternalAgent(5, "external_this", "external_that")) {
            client.submit("external_this");
            UUID that = client.submit("external_that");

            List<Held> leased = agent.lease("{\"max\": 5, \"capabilities\": [{\"name\": \"external_that\"}]}");

            assertThat(leased).extracting(Held::task).containsExactly(that);
            assertThat(agent.lease("{\"max\": 5}")).extracting(Held::type).containsExactly("external_this");
        }
    }

    @Test
    void aDrainedAgentGetsNothingNew() throws Exception {
        try (var agent = new ExternalAgent(1, "external_drained")) {
            client.submit("external_drained");
            Client.admin()
                    .patch("/agents/" + agent.id(), "{\"status\": \"draining\"}")
                    .statusCode(200);

            List<Held> drained = agent.lease("{\"wait_seconds\": 1}");
            Client.admin().patch("/agents/" + agent.id(), "{\"status\": \"online\"}");

            assertThat(drained).isEmpty();
            assertThat(agent.heartbeat().getBoolean("drain")).isFalse();
            assertThat(agent.lease().type()).isEqualTo("external_drained");
        }
    }

    @Test
    void whatWasLeasedForAClientThatIsGoneComesBackAtOnce() throws Exception {
        try (var agent = new ExternalAgent(1, "external_gone")) {
            String body = "{\"wait_seconds\": 25}";
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream()
                        .write("""
                        POST /agents/%s/leases HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        %s""".formatted(agent.id(), agent.service().token(), body.length(), body)
                                .getBytes(StandardCharsets.UTF_8));
                // Long enough for the first request to be waiting as well
                agent.ask("{\"wait_seconds\": 1}").statusCode(200);
            }
            UUID task = client.submit("external_gone");

            Held lease = agent.lease();
            agent.complete(lease, "{}").statusCode(200);

            assertThat(lease.task()).isEqualTo(task);
            assertThat(LiveClient.follow(client, task, 0).types()).doesNotContain("task.retrying");
        }
    }

    @Test
    void anAgentIsToldToStopWhatIsNoLongerIts() throws Exception {
        try (var agent = new ExternalAgent(1, "external_cancelled")) {
            UUID task = client.submit("external_cancelled");
            Held lease = agent.lease();
            List<String> before = agent.heartbeat().getList("cancelled", String.class);

            client.post("/tasks/" + task + "/cancel", "{}").statusCode(200);

            assertThat(before).isEmpty();
            assertThat(agent.heartbeat().getList("cancelled", String.class)).containsExactly(task.toString());
            agent.complete(lease, "{}")
                    .statusCode(409)
                    .body("code", equalTo("stale_attempt"))
                    .body("detail", containsString("cancelled"));
            assertThat(client.task(task).getString("status")).isEqualTo("cancelled");
        }
    }

    @Test
    void largeParametersAreFetched() throws Exception {
        try (var agent = new ExternalAgent(1, "external_large")) {
            String text = "x".repeat(300_000);
            client.submit("external_large", ", \"parameters\": {\"text\": \"%s\"}".formatted(text));

            Held lease = agent.lease();
            String fetched = given().auth()
                    .oauth2(agent.service().token())
                    .header("Fencing-Token", lease.token())
                    .get("/tasks/{id}/attempts/{n}/parameters", lease.task(), lease.attempt())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("text");
            agent.complete(lease, "null").statusCode(200);

            assertThat(lease.lease().getMap("leases[0]")).doesNotContainKey("parameters");
            assertThat(fetched).isEqualTo(text);
            assertThat(client.task(lease.task()).getString("status")).isEqualTo("completed");
        }
    }

    @Test
    void aLargeResultIsHandedInAndCompletedWith() throws Exception {
        try (var agent = new ExternalAgent(1, "external_stored")) {
            String text = "x".repeat(300_000);
            UUID task = client.submit("external_stored");
            Held lease = agent.lease();

            agent.report(lease, "complete", "\"stored\": true")
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/stored"));
            agent.store(lease, "{\"text\": \"%s\"}".formatted(text)).statusCode(204);
            agent.report(lease, "complete", "\"stored\": true").statusCode(200).body("effect", equalTo("applied"));
            agent.report(lease, "complete", "\"stored\": true").statusCode(200).body("effect", equalTo("duplicate"));

            assertThat(client.task(task).getString("result.text")).isEqualTo(text);
        }
    }

    @Test
    void aResultThatIsTooLargeForAReportIsRefusedWithAWayOut() throws Exception {
        try (var agent = new ExternalAgent(1, "external_too_large")) {
            client.submit("external_too_large");
            Held lease = agent.lease();
            // 262,144 bytes as JSON, of which some characters have three
            String largest = "☃".repeat(87_380) + "xx";

            agent.report(lease, "complete", "\"result\": \"x%s\"".formatted(largest))
                    .statusCode(413)
                    .body("code", equalTo("body_too_large"))
                    .body("detail", allOf(containsString("/result"), containsString("stored")));
            agent.complete(lease, "\"%s\"".formatted(largest)).statusCode(200);
        }
    }

    @Test
    void requestsAtTheSameTimeGetNoMoreThanThereAreSlots() throws Exception {
        try (var agent = new ExternalAgent(2, "external_parallel");
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                client.submit("external_parallel");
            }

            var requests = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> agent.lease("{\"max\": 2}"), threads))
                    .toList();
            CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

            assertThat(requests.stream()
                            .mapToInt(request -> request.join().size())
                            .sum())
                    .isEqualTo(2);
        }
    }

    @Test
    void noCapabilityStarvesBehindAnother() throws Exception {
        try (var agent = new ExternalAgent(4, "external_first", "external_second")) {
            for (int i = 0; i < 8; i++) {
                client.submit("external_first");
                client.submit("external_second");
            }

            assertThat(agent.lease("{\"max\": 4}"))
                    .extracting(Held::type)
                    .containsExactlyInAnyOrder(
                            "external_first", "external_first", "external_second", "external_second");
        }
    }

    @Test
    void oneInTenLeasesIsForTheLongestWaiting() throws Exception {
        try (var agent = new ExternalAgent(1, "external_reserve")) {
            UUID old = client.submit("external_reserve", ", \"priority\": \"low\"");
            for (int i = 0; i < 10; i++) {
                client.submit("external_reserve", ", \"priority\": \"critical\"");
            }

            List<UUID> leased = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Held lease = agent.lease();
                agent.complete(lease, "{}").statusCode(200);
                leased.add(lease.task());
            }

            assertThat(leased.getLast()).isEqualTo(old);
        }
    }

    @Test
    void howLongATaskWaitedForALeaseIsMeasured() throws Exception {
        try (var agent = new ExternalAgent(1, "external_waits")) {
            client.submit("external_waits");

            agent.complete(agent.lease(), "{}").statusCode(200);

            assertThat(metrics.get("ymera.task.wait")
                            .tag("type", "external_waits")
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void reportsThatAreRefusedAreCountedByWhy() throws Exception {
        try (var agent = new ExternalAgent(1, "external_counted");
                var other = new ExternalAgent(1, "external_counted")) {
            UUID task = client.submit("external_counted");
            Held lease = agent.lease();
            Held stale = new Held(task, 1, lease.token() + 1, "", 1, lease.lease());
            Held unknown = new Held(UUID.randomUUID(), 1, 1, "", 1, lease.lease());

            assertThat(counted("stale", () -> agent.report(stale, "release", EVERYTHING)))
                    .isEqualTo(1);
            assertThat(counted("foreign", () -> other.report(lease, "release", EVERYTHING)))
                    .isEqualTo(1);
            assertThat(counted("unknown", () -> agent.report(unknown, "release", EVERYTHING)))
                    .isEqualTo(1);
            assertThat(counted("applied", () -> agent.complete(lease, "{}"))).isEqualTo(1);
            assertThat(counted("duplicate", () -> agent.complete(lease, "{}"))).isEqualTo(1);
            assertThat(counted("late", () -> agent.report(lease, "release", EVERYTHING)))
                    .isEqualTo(1);
        }
    }

    /** How many reports were counted with {@code effect} while {@code action} ran; no other effect may be counted. */
    private double counted(String effect, Runnable action) {
        double before = reports(effect);
        double allBefore = reports();
        action.run();
        assertThat(reports() - allBefore).isEqualTo(reports(effect) - before);
        return reports(effect) - before;
    }

    private double reports(String... effect) {
        Search search = metrics.find("ymera.task.reports");
        return (effect.length == 0 ? search : search.tag("effect", effect[0]))
                .counters().stream()
                        .filter(counter -> HTTP_ONLY.contains(counter.getId().getTag("type")))
                        .mapToDouble(Counter::count)
                        .sum();
    }

    private static final Set<String> HTTP_ONLY = Set.of("released", "completed");

    @Test
    void anAgentOnKafkaLeasesNothing() throws Exception {
        try (var agent = new ScriptedAgent("external_kafka", 1)) {
            Client.service("scripted-agent")
                    .post("/agents/" + agent.id() + "/leases", "{}")
                    .statusCode(409)
                    .body("code", equalTo("conflict"))
                    .body("detail", containsString("http"));
        }
    }

    @Test
    void anAgentThatIsOfflineLeasesNothing() throws Exception {
        var agent = new ExternalAgent(1, "external_offline");
        agent.close();

        agent.ask("{}").statusCode(409).body("detail", containsString("heartbeat"));
    }

    @Test
    void othersReachNeitherAnAgentNorItsAttempts() throws Exception {
        try (var agent = new ExternalAgent(1, "external_foreign");
                var other = new ExternalAgent(1, "external_foreign")) {
            client.submit("external_foreign");
            Held lease = agent.lease();

            other.service().post("/agents/" + agent.id() + "/leases", "{}").statusCode(404);
            for (String kind : List.of("progress", "complete", "fail", "release")) {
                other.report(lease, kind, EVERYTHING).statusCode(404).body("code", equalTo("not_found"));
                client.post("/tasks/%s/attempts/1/%s".formatted(lease.task(), kind), "{}")
                        .statusCode(403);
            }
            client.post("/agents/" + agent.id() + "/leases", "{}").statusCode(403);

            agent.complete(lease, "{}").statusCode(200);
        }
    }

    @Test
    void aWrongTokenOrAttemptChangesNothing() throws Exception {
        try (var agent = new ExternalAgent(1, "external_wrong")) {
            UUID task = client.submit("external_wrong");
            Held lease = agent.lease();

            for (long token : new long[] {lease.token() - 1, lease.token() + 1, Long.MAX_VALUE}) {
                var wrong = new Held(task, 1, Math.max(token, 1), "", 1, lease.lease());
                if (wrong.token() != lease.token()) {
                    agent.report(wrong, "complete", EVERYTHING)
                            .statusCode(409)
                            .body("code", equalTo("stale_attempt"))
                            .body("detail", containsString("token"));
                }
            }
            for (int attempt : new int[] {0, -1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                var wrong = new Held(task, attempt, lease.token(), "", 1, lease.lease());
                agent.report(wrong, "complete", EVERYTHING).statusCode(404);
            }
            for (String path : List.of(
                    "/tasks/%s/attempts/one/complete".formatted(task),
                    "/tasks/%s/attempts/99999999999/complete".formatted(task),
                    "/tasks/x/attempts/1/complete",
                    "/tasks/%s/attempts/1/complete".formatted(UUID.randomUUID()))) {
                agent.service()
                        .post(path, "{\"fencing_token\": 1, \"result\": {}}")
                        .statusCode(404);
            }

            assertThat(client.task(task).getString("status")).isEqualTo("running");
            agent.complete(lease, "{}").statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"max": 0}                                                  | /max
                    {"max": 101}                                                | /max
                    {"max": -1}                                                 | /max
                    {"max": 99999999999999}                                     | /max
                    {"max": "all"}                                              | /max
                    {"wait_seconds": -1}                                        | /wait_seconds
                    {"wait_seconds": 26}                                        | /wait_seconds
                    {"wait_seconds": 999999999}                                 | /wait_seconds
                    {"wait_seconds": 1e400}                                     | /wait_seconds
                    {"capabilities": [{"name": "external_unheard_of"}]}         | /capabilities/0
                    {"capabilities": [{"name": "external_request", "version": 2}]} | /capabilities/0
                    {"capabilities": [{"name": "external_request", "version": -1}]} | /capabilities/0
                    {"capabilities": [{"name": "a\\u0000b"}]}                   | /capabilities/0
                    {"capabilities": [{}]}                                      | /capabilities/0
                    {"capabilities": "all"}                                     | /capabilities
                    """)
    void aRequestThatMakesNoSenseIsRefused(String request, String pointer) throws Exception {
        try (var agent = new ExternalAgent(1, "external_request")) {
            agent.ask(request)
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors.pointer", hasItem(pointer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "{"})
    void whatIsNoRequestIsRefused(String request) throws Exception {
        try (var agent = new ExternalAgent(1, "external_request")) {
            int status = agent.ask(request).extract().statusCode();

            assertThat(status).isIn(400, 422);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    progress | {"fencing_token": 1}                                                         | /fraction
                    progress | {"fencing_token": 1, "fraction": 2, "message": ""}                           | /fraction
                    progress | {"fencing_token": 1, "fraction": -0.1, "message": ""}                        | /fraction
                    progress | {"fencing_token": 1, "fraction": "NaN", "message": ""}                       | /fraction
                    progress | {"fencing_token": 1, "fraction": 0, "message": "a\\u0000"}                   | /message
                    progress | {"fencing_token": 1, "fraction": 0, "message": "", "sequence": 0}            | /sequence
                    progress | {"fencing_token": 1, "fraction": 0, "message": "", "sequence": 9223372036854775807} | /sequence
                    progress | {"fencing_token": -1, "fraction": 0, "message": ""}                          | /fencing_token
                    progress | {"fraction": 0, "message": ""}                                               | /fencing_token
                    complete | {"fencing_token": 1}                                                         | /result
                    complete | {"fencing_token": 1, "stored": false}                                        | /result
                    complete | {"fencing_token": 1, "stored": null}                                         | /result
                    complete | {"fencing_token": 1, "stored": true, "result": {}}                           | /stored
                    complete | {"fencing_token": 1, "stored": true, "result": null}                         | /stored
                    complete | {"fencing_token": 1, "stored": "yes"}                                        | /stored
                    complete | {"fencing_token": 99999999999999999999, "result": {}}                        | /fencing_token
                    complete | {"fencing_token": "1; DROP TABLE tasks", "result": {}}                       | /fencing_token
                    fail     | {"fencing_token": 1}                                                         | /failure
                    fail     | {"fencing_token": 1, "failure": {"code": "A b", "message": "", "retryable": true}} | /failure/code
                    fail     | {"fencing_token": 1, "failure": {"code": "a", "message": "\\u0000", "retryable": true}} | /failure/message
                    fail     | {"fencing_token": 1, "failure": {"code": "a", "message": ""}}                | /failure/retryable
                    release  | {"fencing_token": 1}                                                         | /reason
                    release  | {"fencing_token": 1, "reason": "\\u0000"}                                    | /reason
                    """)
    void aReportThatMakesNoSenseIsRefused(String kind, String body, String pointer) {
        Client.service("anybody")
                .post("/tasks/%s/attempts/1/%s".formatted(UUID.randomUUID(), kind.strip()), body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    private static final String FAILURE =
            "\"failure\": {\"code\": \"flaky\", \"message\": \"Not this time\", \"retryable\": true}";

    /** Enough for every kind of report. */
    private static final String EVERYTHING =
            "\"fraction\": 0, \"message\": \"\", \"result\": {}, \"reason\": \"\", " + FAILURE;
}
