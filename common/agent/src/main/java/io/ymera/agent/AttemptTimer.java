package io.ymera.agent;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Does for attempts what is to be done at a later time, on one thread: nothing that it does may block. Thread-safe. */
@Singleton
class AttemptTimer {

    /** What comes after the end of the process is left out. */
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("attempt-timer").daemon().factory(), new DiscardPolicy());

    AttemptTimer() {
        // Attempts end long before their deadlines as a rule, and would be kept until then
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Runs {@code action} after a while, at once if that is not positive. */
    ScheduledFuture<?> after(Duration delay, Runnable action) {
        return executor.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
