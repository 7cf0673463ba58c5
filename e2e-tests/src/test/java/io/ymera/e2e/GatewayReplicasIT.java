package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.local.process.PartProcess;
import io.ymera.local.process.PartProcess.Stopped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas of the gateway: they come and go, and nobody notices; together they admit what one would. */
class GatewayReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final int GOING_AWAY = 1001;
    private static final int USERS = 6;
    private static final int ROUNDS = 2;
    private static final int CLIENTS = 50;
    private static final Duration HAMMERING = Duration.ofSeconds(8);

    private static TwoGateways platform;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("NullAway") // the platform is started before all
    private final BalancedClient balanced = new BalancedClient(platform.gateways());

    @BeforeAll
    static void start() throws Exception {
        platform = new TwoGateways();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @AfterEach
    void close() {
        balanced.close();
        http.shutdownNow();
    }

    @Test
    void a_rolling_restart_loses_no_request_and_sends_none_twice() throws Exception {
        List<String> tokens = users(USERS);
        long before = tasks();
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicInteger created = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String token : tokens) {
                threads.submit(() -> {
                    while (goOn.get()) {
                        ask("POST", "/tasks", token, TwoGateways.task(0), 201, created, failures);
                        ask("GET", "/tasks?limit=1", token, "", 200, read, failures);
                        Thread.sleep(PAUSE);
                    }
                    return null;
                });
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (PartProcess gateway : platform.gatewayProcesses()) {
                    Instant from = Instant.now();
                    assertThat(gateway.stop()).isEqualTo(Stopped.BY_ITSELF);
                    Duration stopped = Duration.between(from, Instant.now());
                    gateway.start();
                    gateway.awaitReady(PATIENCE);
                    System.out.printf("%s stopped in %s%n", gateway.part().name(), stopped);
                }
            }
            goOn.set(false);
        }
        System.out.printf("%d tasks were created and %d lists read%n", created.get(), read.get());

        assertThat(failures).isEmpty();
        assertThat(created.get()).isGreaterThan(USERS * ROUNDS * 10);
        assertThat(tasks() - before).isEqualTo(created.get());
    }

    private void ask(
            String method,
            String path,
            String token,
            String body,
            int expected,
            AtomicInteger answered,
            Queue<String> failures)
            throws InterruptedException {
        try {
            HttpResponse<String> answer = balanced.send(method, path, token, body);
            if (answer.statusCode() == expected) {
                answered.incrementAndGet();
            } else {
                failures.add("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            failures.add("%s %s: %s".formatted(method, path, e));
        }
    }

    @Test
    void fifty_clients_at_two_replicas_get_what_one_may() throws Exception {
        String token = platform.newUser();
        AtomicInteger admitted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Queue<String> others = new ConcurrentLinkedQueue<>();
        Instant end = Instant.now().plus(HAMMERING);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                threads.submit(() -> {
                    while (Instant.now().isBefore(end)) {
                        HttpResponse<String> answer = balanced.send("GET", "/tasks?limit=1", token, "");
                        switch (answer.statusCode()) {
                            case 200 -> admitted.incrementAndGet();
                            case 429 -> refused.incrementAndGet();
                            default -> others.add(answer.statusCode() + " " + answer.body());
                        }
                    }
                    return null;
                });
            }
        }
        System.out.printf("%d were admitted and %d refused%n", admitted.get(), refused.get());

        assertThat(others).isEmpty();
        assertThat(refused.get()).isPositive();
        assertThat(admitted.get()).isBetween(TwoGateways.LIMIT * 99 / 100, TwoGateways.LIMIT * 101 / 100);
    }

    @Test
    void what_goes_on_for_long_ends_in_good_order() throws Exception {
        String token = platform.newUser();
        URI gateway = platform.gateways().getFirst();
        String task = taskId(balanced.send("POST", "/tasks", token, TwoGateways.task(60_000)));
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(
                        URI.create(
                                "ws" + gateway.resolve("/api/v1/ws").toString().substring(4)),
                        new Ear(closed))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        HttpResponse<Stream<String>> events =
                http.send(get(gateway, "/api/v1/tasks/%s/events".formatted(task), token), BodyHandlers.ofLines());
        CompletableFuture<Long> lines =
                CompletableFuture.supplyAsync(() -> events.body().count(), Thread::startVirtualThread);
        PartProcess process = platform.gatewayProcesses().getFirst();

        Instant from = Instant.now();
        Stopped stopped = process.stop();
        System.out.printf("With a WebSocket and a stream it stopped in %s%n", Duration.between(from, Instant.now()));

        assertThat(stopped).isEqualTo(Stopped.BY_ITSELF);
        assertThat(closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(GOING_AWAY);
        assertThat(lines.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isPositive();
        balanced.send("POST", "/tasks/%s/cancel".formatted(task), token, "");
        process.start();
        process.awaitReady(PATIENCE);
    }

    @Test
    void a_manager_that_is_killed_and_comes_back_is_found_again() throws Exception {
        String token = platform.newUser();
        platform.manager().kill9();

        HttpResponse<String> answer = balanced.send("GET", "/tasks", token, "");
        HttpResponse<String> me = balanced.send("GET", "/users/me", token, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        platform.manager().start();
        platform.manager().awaitReady(PATIENCE);
        await(token, found -> found.statusCode() == 200);
    }

    private void await(String token, Predicate<HttpResponse<String>> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        HttpResponse<String> last = balanced.send("GET", "/tasks", token, "");
        while (!condition.test(last)) {
            assertThat(Instant.now()).as(last.body()).isBefore(end);
            Thread.sleep(PAUSE);
            last = balanced.send("GET", "/tasks", token, "");
        }
    }

    private static List<String> users(int count) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(platform.newUser());
        }
        return tokens;
    }

    private static long tasks() throws Exception {
        return platform.database().count("SELECT count(*) FROM tasks");
    }

    private static String taskId(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.body().replaceAll("(?s).*\"task_id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static HttpRequest get(URI gateway, String path, String token) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** Hears how a WebSocket ends. */
    private record Ear(CompletableFuture<Integer> closed) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
