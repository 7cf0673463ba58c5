package io.ymera.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Hands in tasks at a steady rate, to the managers in turn, each again and again until it is accepted: the request carries
 * an Idempotency-Key, so that one whose answer was lost counts once.
 */
final class RaceClient implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 64;
    private static final int LONGEST_SLEEP_MILLIS = 150;
    /** So many tasks have one with a concurrency key among them. */
    private static final int KEYED_ONE_IN = 10;

    private static final int KEYS = 20;
    private static final int CREATED = 201;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final List<URI> managers;
    private final String token;
    private final long seed;
    private final BiConsumer<Integer, UUID> listener;
    private final Map<Integer, UUID> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger retries = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param listener is told the number and the id of each accepted task, from several threads */
    RaceClient(List<URI> managers, String token, long seed, BiConsumer<Integer, UUID> listener) {
        this.listener = listener;
        this.managers = managers;
        this.token = token;
        this.seed = seed;
    }

    /** Returns when all {@code count} have been accepted. */
    void submit(int count, int perSecond) throws InterruptedException {
        Random chance = new Random(seed);
        Semaphore free = new Semaphore(AT_A_TIME);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            free.acquire();
            int number = i;
            int sleep = chance.nextInt(LONGEST_SLEEP_MILLIS);
            threads.submit(() -> {
                try {
                    UUID id = submitUntilAccepted(number, sleep);
                    accepted.put(number, id);
                    listener.accept(number, id);
                } finally {
                    free.release();
                }
                return number;
            });
        }
        free.acquire(AT_A_TIME);
    }

    /** The ids of the accepted tasks, by their numbers. */
    Map<Integer, UUID> accepted() {
        return accepted;
    }

    /** How many requests were not answered as hoped. */
    int retries() {
        return retries.get();
    }

    private UUID submitUntilAccepted(int number, int sleepMillis) throws IOException, InterruptedException {
        String key = number % KEYED_ONE_IN == 0
                ? ", \"concurrency_key\": \"key-%d\"".formatted(number / KEYED_ONE_IN % KEYS)
                : "";
        String body = """
                {"name": "race-%d", "task_type": "empty", "parameters": {"sleep_millis": %d}, "retry": {"max_attempts": 10}%s}
                """.formatted(number, sleepMillis, key);
        for (int trial = 0; ; trial++) {
            URI manager = managers.get((number + trial) % managers.size());
            try {
                HttpResponse<String> answer = http.send(request(manager, number, body), BodyHandlers.ofString());
                if (answer.statusCode() == CREATED) {
                    return UUID.fromString(
                            json.readTree(answer.body()).path("task_id").asText());
                }
                if (answer.statusCode() < SERVER_ERROR
                        && answer.statusCode() != TOO_MANY_REQUESTS
                        && answer.statusCode() != CONFLICT) {
                    throw new IllegalStateException("Task %d was refused: %s".formatted(number, answer.body()));
                }
            } catch (IOException e) {
                // killed, or its database was
            }
            retries.incrementAndGet();
            Thread.sleep(PAUSE);
        }
    }

    private HttpRequest request(URI manager, int number, String body) {
        return HttpRequest.newBuilder(manager.resolve("/tasks"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "race-" + seed + "-" + number)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
