package io.ymera.gateway.visit;

/** One step of a request on its way in. Shared by all requests, so thread-safe. */
@FunctionalInterface
public interface Step {

    /**
     * Looks at {@code visit} and calls exactly one of {@link Visit#next()} and {@link Visit#refuse}, or answers it; now, or later on
     * the same event loop. What it throws is refused as {@link Visit#refuse(Throwable)} does. Must not block.
     */
    void take(Visit visit);
}
