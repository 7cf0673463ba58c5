package io.ymera.manager.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A value that is loaded when it is asked for and then kept for a while. However many ask, one load is under way at a time.
 * Thread-safe; never blocks.
 *
 * @param <T> the value's type; values are shared and so must not be changed
 */
public final class Cached<T> {

    private static final Logger LOG = Logger.getLogger(Cached.class);

    private record Loaded<T>(T value, Instant at) {}

    private final Supplier<Uni<T>> loader;
    private final Duration refreshAfter;
    private final Duration expireAfter;
    private final Clock clock;
    private @Nullable Loaded<T> kept;
    private @Nullable Uni<T> loading;
    private long generation;

    /**
     * @param loader loads the value; a failure is given to those who wait for it and not kept
     * @param refreshAfter from this age on, asking for the value has it loaded anew, while the old one is still given out
     * @param expireAfter a value of this age is not given out any more
     */
    public Cached(Supplier<Uni<T>> loader, Duration refreshAfter, Duration expireAfter, Clock clock) {
        this.loader = loader;
        this.refreshAfter = refreshAfter;
        this.expireAfter = expireAfter;
        this.clock = clock;
    }

    /** The value, at once if it is there. */
    public Uni<T> get() {
        return Uni.createFrom().deferred(() -> {
            T known = atHand();
            return known == null ? onCallersContext(load()) : Uni.createFrom().item(known);
        });
    }

    /**
     * As {@link #get()}, for callers who hold something that loads need too, such as a connection: if they waited for the
     * load of somebody else, they would stop each other.
     *
     * @param own loads the value with what the caller holds; called where there is none to be given out at once
     */
    public Uni<T> get(Supplier<Uni<T>> own) {
        return Uni.createFrom().deferred(() -> {
            T known = atHand();
            if (known != null) {
                return Uni.createFrom().item(known);
            }
            long current = generation();
            Instant asked = clock.instant();
            return own.get().invoke(value -> keep(current, new Loaded<>(value, asked)));
        });
    }

    /** The value if it may be given out, or null; if it is no longer new it is also loaded anew, which nobody waits for. */
    private @Nullable T atHand() {
        Loaded<T> known;
        Uni<T> load;
        synchronized (this) {
            known = kept;
            Duration age = known == null ? expireAfter : Duration.between(known.at(), clock.instant());
            if (known == null || age.compareTo(expireAfter) >= 0) {
                return null;
            }
            if (age.compareTo(refreshAfter) < 0) {
                return known.value();
            }
            load = load();
        }
        load.subscribe().with(loaded -> {}, failure -> LOG.debugf("Not refreshed: %s", failure.getMessage()));
        return known.value();
    }

    /** The value as it is now or was at most {@code age} ago. */
    public Uni<T> notOlderThan(Duration age) {
        return Uni.createFrom().deferred(() -> {
            synchronized (this) {
                Loaded<T> known = kept;
                if (known != null
                        && Duration.between(known.at(), clock.instant()).compareTo(age) <= 0) {
                    return Uni.createFrom().item(known.value());
                }
                return onCallersContext(load());
            }
        });
    }

    /** Says that the value has changed: who asks from now on gets one that is loaded after this. */
    public synchronized void invalidate() {
        generation++;
        kept = null;
        loading = null;
    }

    /** The load that is under way, or a new one. */
    private synchronized Uni<T> load() {
        Uni<T> underWay = loading;
        if (underWay != null) {
            return underWay;
        }
        long current = generation;
        // As old as its question, not as its answer
        Instant asked = clock.instant();
        Uni<T> started = loader.get()
                .invoke(value -> ended(current, new Loaded<>(value, asked)))
                .onFailure()
                .invoke(failure -> ended(current, null))
                .memoize()
                .indefinitely();
        loading = started;
        return started;
    }

    /** What was loaded before an invalidation is for those who waited for it, and is not kept. */
    private synchronized void ended(long of, @Nullable Loaded<T> loaded) {
        if (of == generation) {
            loading = null;
            kept = loaded == null ? kept : loaded;
        }
    }

    private synchronized void keep(long of, Loaded<T> loaded) {
        if (of == generation && (kept == null || kept.at().isBefore(loaded.at()))) {
            kept = loaded;
        }
    }

    private synchronized long generation() {
        return generation;
    }

    /** Several requests may wait for one load; each goes on in its own context. */
    private static <T> Uni<T> onCallersContext(Uni<T> uni) {
        Context context = Vertx.currentContext();
        return context == null ? uni : uni.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
