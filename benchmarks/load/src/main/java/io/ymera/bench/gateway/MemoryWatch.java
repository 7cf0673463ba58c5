package io.ymera.bench.gateway;

import io.ymera.bench.measure.JvmMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a JVM holds at the most while something is done. Looked at over and over with a full collection each time, so it is slower
 * meanwhile, but what it holds is not hidden among garbage.
 */
final class MemoryWatch {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private MemoryWatch() {}

    /** What was done, and what was held at the most. */
    record Watched<T>(T done, JvmMemory peak) {}

    static <T> Watched<T> during(ProcessHandle jvm, Callable<T> work) throws IOException, InterruptedException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<T> done = thread.submit(work);
            JvmMemory peak = JvmMemory.of(jvm);
            while (!done.isDone()) {
                Thread.sleep(PAUSE);
                peak = peak.max(JvmMemory.of(jvm));
            }
            return new Watched<>(done.get(), peak);
        } catch (ExecutionException e) {
            throw new IOException("It failed meanwhile: " + e.getCause(), e);
        }
    }
}
