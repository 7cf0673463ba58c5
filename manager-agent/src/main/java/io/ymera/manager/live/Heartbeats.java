package io.ymera.manager.live;

import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs of life in a stream in which nothing may happen for long, so that proxies keep its connection open. */
final class Heartbeats {

    /** So many items are read ahead of a slow reader. */
    private static final int AHEAD = 16;

    private Heartbeats() {}

    /** The same items with a {@code beat} among them every {@code interval}; ends and fails as {@code items} do. */
    static <T> Multi<T> among(Multi<T> items, Duration interval, Supplier<T> beat) {
        Multi<Optional<T>> untilEnd = Multi.createBy()
                .concatenating()
                .streams(items.map(Optional::of), Multi.createFrom().item(Optional.empty()));
        Multi<Optional<T>> beats = Multi.createFrom()
                .ticks()
                .startingAfter(interval)
                .every(interval)
                .onOverflow()
                .drop()
                .map(tick -> Optional.of(beat.get()));
        return Multi.createBy()
                .merging()
                .withRequests(AHEAD)
                .streams(untilEnd, beats)
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }
}
