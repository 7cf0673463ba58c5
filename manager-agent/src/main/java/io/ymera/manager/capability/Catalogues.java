package io.ymera.manager.capability;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.manager.cache.Cached;
import io.ymera.manager.capability.CapabilityRepository.Announced;
import io.ymera.manager.capability.CapabilityRepository.Presence;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue in memory, so that handing in a task asks the database nothing. Who offers what is looked up every few
 * seconds, or at once when it changes here; a schema is read again when it has changed.
 */
@Singleton
class Catalogues {

    private static final Duration REFRESHED_AFTER = Duration.ofSeconds(2);
    private static final Duration EXPIRED_AFTER = Duration.ofSeconds(10);

    private final CapabilityRepository repository;
    private final Cached<Catalogue> cached;

    /** What was read last; its schemas are parsed. */
    private volatile Map<CapabilityVersion, Announced> announced = Map.of();

    Catalogues(CapabilityRepository repository, Pool pool, Clock clock) {
        this.repository = repository;
        this.cached = new Cached<>(() -> load(pool), REFRESHED_AFTER, EXPIRED_AFTER, clock);
    }

    /** A catalogue of a few seconds ago at the most; what has changed here is in it. */
    Uni<Catalogue> recent() {
        return cached.get();
    }

    /** As {@link #recent()}, for somebody in a transaction: never waits for another connection than {@code transaction}. */
    Uni<Catalogue> recent(SqlClient transaction) {
        return cached.get(() -> load(transaction));
    }

    Uni<Catalogue> current() {
        return cached.notOlderThan(Duration.ZERO);
    }

    /** As {@link #current()}, likewise. */
    Uni<Catalogue> current(SqlClient transaction) {
        return load(transaction);
    }

    void invalidate() {
        cached.invalidate();
    }

    private Uni<Catalogue> load(SqlClient client) {
        return repository.presence(client).chain(presence -> {
            Map<CapabilityVersion, Announced> known = announced;
            List<CapabilityVersion> missing = presence.stream()
                    .filter(present -> !isCurrent(known.get(present.capability()), present))
                    .map(Presence::capability)
                    .toList();
            return missing.isEmpty()
                    ? Uni.createFrom().item(catalogue(presence, known))
                    : repository.find(client, missing).map(found -> {
                        Map<CapabilityVersion, Announced> all = new HashMap<>(known);
                        found.forEach(one -> all.put(one.capability(), one));
                        announced = all;
                        return catalogue(presence, all);
                    });
        });
    }

    private static boolean isCurrent(@Nullable Announced known, Presence present) {
        return known != null && known.updatedAt().equals(present.updatedAt());
    }

    private static Catalogue catalogue(List<Presence> presence, Map<CapabilityVersion, Announced> known) {
        List<Offer> offers = new ArrayList<>();
        for (Presence present : presence) {
            Optional.ofNullable(known.get(present.capability()))
                    .map(Announced::descriptor)
                    .ifPresent(descriptor -> offers.add(Offer.of(descriptor, present.agents(), present.slots())));
        }
        return new Catalogue(offers);
    }
}
