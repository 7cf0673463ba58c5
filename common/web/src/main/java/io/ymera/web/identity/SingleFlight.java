package io.ymera.web.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
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

    /** Whether it is being done. */
    boolean isUnderWay() {
        return current.get() != null;
    }

    /** The result of what is going on, or else of what begins when the result is subscribed to. */
    Uni<T> join() {
        return here(shared());
    }

    /** The same; fails for who has waited for {@code patience}, while the work goes on. */
    Uni<T> join(Duration patience) {
        return here(shared().ifNoItem().after(patience).fail());
    }

    private Uni<T> shared() {
        Uni<T> mine = Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(() -> current.set(null))
                .memoize()
                .indefinitely();
        @Nullable Uni<T> others = current.compareAndExchange(null, mine);
        return others == null ? mine : others;
    }

    private static <T> Uni<T> here(Uni<T> result) {
        @Nullable Context context = Vertx.currentContext();
        return context == null ? result : result.emitOn(done -> context.runOnContext(ignored -> done.run()));
    }
}
