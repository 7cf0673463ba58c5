package io.ymera.auth.external;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs what blocks on the provider, a bounded number at a time: a provider that hangs, and a crowd that wants to sign in
 * meanwhile, take neither the event loops nor all of the memory.
 */
final class ProviderThreads implements AutoCloseable {

    private static final int AT_ONCE = 64;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("openid-", 0).daemon().factory());
    private final ProviderFailures failures;

    ProviderThreads(ProviderFailures failures) {
        this.failures = failures;
    }

    /**
     * The result of {@code work}, on the caller's Vert.x context; after {@code limit}, or when the caller has gone, {@code work}
     * is interrupted. Fails with {@link io.ymera.web.problem.ApiException}s only.
     */
    <T> Uni<T> run(Duration limit, Callable<T> work) {
        Context caller = Vertx.currentContext();
        Uni<T> result = Uni.createFrom()
                .<T>emitter(emitter -> {
                    Future<?> running = threads.submit(() -> work(work, emitter));
                    emitter.onTermination(() -> running.cancel(true));
                })
                .ifNoItem()
                .after(limit)
                .failWith(() -> failures.unavailable(null))
                .onFailure()
                .transform(failures::of);
        return caller == null ? result : result.emitOn(signal -> caller.runOnContext(ignored -> signal.run()));
    }

    private static <T> void work(Callable<T> work, UniEmitter<? super T> emitter) {
        try {
            emitter.complete(work.call());
        } catch (Exception e) {
            emitter.fail(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
