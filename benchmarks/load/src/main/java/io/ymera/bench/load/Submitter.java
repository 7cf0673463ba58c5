package io.ymera.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Hands in tasks over HTTP, on one event loop. */
final class Submitter implements AutoCloseable {

    private static final int CREATED = 201;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String ID = "\"task_id\":\"";
    private static final int UUID_LENGTH = 36;
    private static final Duration WARM = Duration.ofSeconds(1);

    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    private final HttpClient http;
    private final URI tasks;
    private final int connections;

    /**
     * @param tasks where to POST
     * @param connections how many, each with one request at a time
     */
    Submitter(URI tasks, int connections) {
        this.tasks = tasks;
        this.connections = connections;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(600)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /**
     * One accepted task.
     *
     * @param sentMicros when its request was sent, in microseconds since 1970
     * @param answeredNanos how long the answer took
     */
    record Submitted(UUID id, long sentMicros, long answeredNanos) {}

    /**
     * @param refused how many requests were told to come back later, and did
     */
    record Batch(List<Submitted> tasks, int refused) {
        double[] answerMillis() {
            return tasks.stream()
                    .mapToDouble(task -> task.answeredNanos() / 1e6)
                    .toArray();
        }

        long firstMicros() {
            return tasks.stream().mapToLong(Submitted::sentMicros).min().orElseThrow();
        }
    }

    /** Hands in {@code count} tasks, as fast as they are answered; returns when all have been accepted. */
    Batch submit(String token, String body, int count) {
        Run run = new Run(options(token), Buffer.buffer(body), count);
        vertx.runOnContext(now -> {
            for (int i = 0; i < Math.min(connections, count); i++) {
                run.next();
            }
        });
        return run.done.join();
    }

    /** Hands in tasks at a steady rate, whether or not those before have been answered. */
    Batch submitAt(String token, String body, int rate, int seconds) {
        int count = rate * seconds;
        Run run = new Run(options(token), Buffer.buffer(body), count);
        long start = System.nanoTime() + WARM.toNanos();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            // From here on it counts, though it is sent on the event loop
            long micros = nowMicros();
            long nanos = System.nanoTime();
            vertx.runOnContext(now -> run.send(micros, nanos, false));
        }
        return run.done.join();
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private RequestOptions options(String token) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(tasks.getHost())
                .setPort(tasks.getPort())
                .setURI(tasks.getPath())
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The requests of one batch; all of it happens on the event loop. */
    private final class Run {

        private final RequestOptions options;
        private final Buffer body;
        private final int count;
        private final AtomicInteger refused = new AtomicInteger();
        private final List<Submitted> accepted;
        private final CompletableFuture<Batch> done = new CompletableFuture<>();
        private int begun;

        Run(RequestOptions options, Buffer body, int count) {
            this.options = options;
            this.body = body;
            this.count = count;
            this.accepted = new ArrayList<>(count);
        }

        void next() {
            if (begun < count && !done.isDone()) {
                begun++;
                send(nowMicros(), System.nanoTime(), true);
            }
        }

        void send(long micros, long nanos, boolean goOn) {
            http.request(options)
                    .compose(request -> request.send(body))
                    .compose(response -> response.body().map(answer -> new Answer(response.statusCode(), answer)))
                    .onSuccess(answer -> answered(answer, micros, nanos, goOn))
                    .onFailure(done::completeExceptionally);
        }

        private void answered(Answer answer, long micros, long nanos, boolean goOn) {
            if (answer.status() == TOO_MANY_REQUESTS || answer.status() == SERVICE_UNAVAILABLE) {
                refused.incrementAndGet();
                vertx.setTimer(1000, now -> send(micros, nanos, goOn));
                return;
            }
            if (answer.status() != CREATED) {
                done.completeExceptionally(new IllegalStateException(
                        "POST %s answered %d: %s".formatted(tasks, answer.status(), answer.body())));
                return;
            }
            accepted.add(new Submitted(id(answer.body()), micros, System.nanoTime() - nanos));
            if (accepted.size() == count) {
                done.complete(new Batch(accepted, refused.get()));
            } else if (goOn) {
                next();
            }
        }

        private static UUID id(Buffer body) {
            String text = body.toString();
            int at = text.indexOf(ID) + ID.length();
            return UUID.fromString(text.substring(at, at + UUID_LENGTH));
        }
    }

    private record Answer(int status, Buffer body) {}
}
