package io.ymera.bench.identity;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.ymera.bench.measure.Percentiles;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Sends one request over and over, on one event loop. */
final class HttpLoad implements AutoCloseable {

    private static final int OK = 200;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    private final HttpClient http;
    private final URI service;

    /** @param connections how many, each with one request at a time */
    HttpLoad(URI service, int connections) {
        this.service = service;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** What is sent: {@code bodies} in turn, with these headers. */
    record Call(String path, Map<String, String> headers, List<String> bodies) {}

    /**
     * What came back.
     *
     * @param perSecond answers
     * @param millis how long each took; with a rate, since it was due
     */
    record Answers(double perSecond, Percentiles millis) {}

    /** As many as are answered in {@code time}, {@code at a time} by as many senders as there are; all must be 200. */
    Answers saturate(Call call, int senders, Duration time) {
        Run run = new Run(call, System.nanoTime() + time.toNanos());
        vertx.runOnContext(now -> {
            for (int i = 0; i < senders; i++) {
                run.sendOnAndOn();
            }
        });
        return run.answers();
    }

    /** So many a second, each sent when it is due whether or not those before have been answered; all must be 200. */
    Answers atRate(Call call, int perSecond, Duration time) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        Run run = new Run(call, end);
        for (long i = 0; ; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            if (due >= end) {
                break;
            }
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            vertx.runOnContext(now -> run.send(due, false));
        }
        vertx.runOnContext(now -> run.allSent());
        return run.answers();
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** All of it happens on the event loop. */
    private final class Run {

        private final RequestOptions options;
        private final List<Buffer> bodies;
        private final long start = System.nanoTime();
        private final long end;
        private final List<Double> millis = new ArrayList<>();
        private final CompletableFuture<Answers> done = new CompletableFuture<>();
        private int sent;
        private int open;
        private boolean noMore;

        Run(Call call, long end) {
            this.end = end;
            this.bodies = call.bodies().stream().map(Buffer::buffer).toList();
            this.options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost(service.getHost())
                    .setPort(service.getPort())
                    .setURI(call.path());
            call.headers().forEach(options::putHeader);
        }

        void sendOnAndOn() {
            if (System.nanoTime() < end) {
                send(System.nanoTime(), true);
            } else {
                allSent();
            }
        }

        void send(long since, boolean goOn) {
            open++;
            http.request(options)
                    .compose(request -> request.send(bodies.get(sent++ % bodies.size())))
                    .compose(response -> response.body().map(body -> {
                        if (response.statusCode() != OK) {
                            throw new IllegalStateException(
                                    "%s answered %d: %s".formatted(options.getURI(), response.statusCode(), body));
                        }
                        return body;
                    }))
                    .onFailure(done::completeExceptionally)
                    .onSuccess(body -> {
                        open--;
                        millis.add((System.nanoTime() - since) / NANOS_PER_MILLI);
                        if (goOn) {
                            sendOnAndOn();
                        } else {
                            endIfDone();
                        }
                    });
        }

        void allSent() {
            noMore = true;
            endIfDone();
        }

        private void endIfDone() {
            if (noMore && open == 0) {
                double seconds = (System.nanoTime() - start) / 1e9;
                done.complete(new Answers(
                        millis.size() / seconds,
                        Percentiles.of(
                                millis.stream().mapToDouble(Double::doubleValue).toArray())));
            }
        }

        Answers answers() {
            return done.join();
        }
    }
}
