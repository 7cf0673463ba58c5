package io.ymera.web.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once for all who want its result while it is going on. Each is told on the Vert.x context on which it asked.
 * Thread-safe.
 *
 * @param <T> the result
 */
final class SingleFlight<T> {

    private final Supplier<Uni<T>> work;
    private final AtomicReference<@Nullable Uni<T>> current = new AtomicReference<>();

    SingleFlight(Supplier<Uni<T>> work) {
        this.work = work;
    }

    /** The result of what is going on, or else of what begins when the result is subscribed to. */
    Uni<T> join() {
        Uni<T> mine = Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(() -> current.set(null))
                .memoize()
                .indefinitely();
        @Nullable Uni<T> others = current.compareAndExchange(null, mine);
        Uni<T> result = others == null ? mine : others;
        @Nullable Context context = Vertx.currentContext();
        return context == null ? result : result.emitOn(done -> context.runOnContext(ignored -> done.run()));
    }
}
