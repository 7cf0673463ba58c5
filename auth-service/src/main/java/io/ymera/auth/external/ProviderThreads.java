package io.ymera.auth.external;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Runs what blocks on the provider, on virtual threads, a bounded number at a time: a provider that hangs, and a crowd that
 * wants to sign in meanwhile, take neither the event loops nor all of the memory.
 */
final class ProviderThreads implements AutoCloseable {

    private static final int AT_ONCE = 64;

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("openid-", 0).factory());
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ProviderFailures failures;

    ProviderThreads(ProviderFailures failures) {
        this.failures = failures;
    }

    /**
     * The result of {@code work}, on the caller's Vert.x context; after {@code limit}, or when the caller has gone, {@code work}
     * is interrupted. Fails with {@link ApiException}s only.
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

    private <T> void work(Callable<T> work, UniEmitter<? super T> emitter) {
        if (!places.tryAcquire()) {
            emitter.fail(new ApiException(ErrorCode.OVERLOADED, "Too many people sign in at the moment: try again."));
            return;
        }
        try {
            emitter.complete(work.call());
        } catch (Exception e) {
            emitter.fail(e);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
