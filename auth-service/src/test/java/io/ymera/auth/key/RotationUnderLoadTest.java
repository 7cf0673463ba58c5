package io.ymera.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.key.KeyDatabase.Replica;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.secret.MasterKey;
import io.ymera.testkit.MutableClock;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;

/** Replicas sign and services verify all the while that keys are rotated, and no token is ever refused. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class RotationUnderLoadTest {

    private static final int ROTATIONS = 4;
    private static final int CLIENTS = 4;

    @Inject
    Vertx vertx;

    @Inject
    MasterKey master;

    @Inject
    AuditLog audit;

    private final MutableClock clock = new MutableClock(Instant.now());
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void noTokenIsRefused() throws Exception {
        try (KeyDatabase database = new KeyDatabase(vertx, master, audit)) {
            List<Replica> replicas = List.of(
                    database.replica("RS256", clock).started(),
                    database.replica("RS256", clock).started());
            List<Service> services = List.of(
                    new Service(() -> random(replicas).keys().jwks(), clock),
                    new Service(() -> random(replicas).keys().jwks(), clock));
            List<String> ofEveryKey = new ArrayList<>(List.of(sign(replicas)));

            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                List<Future<?>> running = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    running.add(clients.submit(() -> useTokens(replicas, services)));
                }
                try {
                    for (int rotation = 0; rotation < ROTATIONS; rotation++) {
                        pass(database, KeyTable.PUBLISHED_FIRST);
                        int before = accepted.get();
                        Replica one = random(replicas);
                        one.rotation()
                                .rotate("an administrator", Origin.NONE)
                                .await()
                                .indefinitely();
                        one.tick();
                        awaitMore(before); // while the other replica does not know yet
                        replicas.forEach(Replica::tick);
                        awaitMore(accepted.get());
                        ofEveryKey.add(sign(replicas));
                    }
                } finally {
                    enough.set(true);
                }
                for (Future<?> client : running) {
                    client.get();
                }
            }

            assertThat(refused).isEmpty();
            assertThat(ofEveryKey.stream().map(Jws::kid).distinct()).hasSize(ROTATIONS + 1);
            assertThat(ofEveryKey)
                    .allSatisfy(
                            token -> assertThat(random(services).accepts(token)).isTrue());
            // It could have failed: a service that has not looked for longer than it may does refuse
            Service asleep = new Service(() -> random(replicas).keys().jwks(), Clock.systemUTC());
            asleep.accepts(sign(replicas));
            for (int rotation = 0; rotation < 2; rotation++) {
                pass(database, KeyTable.PUBLISHED_FIRST);
                replicas.getFirst().rotation().rotate("x", Origin.NONE).await().indefinitely();
                replicas.forEach(Replica::tick);
            }
            assertThat(asleep.accepts(sign(replicas))).isFalse();
        }
    }

    /** A service that keeps the key set for ten minutes and does not look again before, not even for a key that it does not know. */
    private static final class Service {

        private static final Duration KEEPS = Duration.ofMinutes(10);

        private final Supplier<String> jwks;
        private final Clock clock;
        private JsonWebKeySet known = new JsonWebKeySet();
        private Instant looked = Instant.MIN;

        Service(Supplier<String> jwks, Clock clock) {
            this.jwks = jwks;
            this.clock = clock;
        }

        boolean accepts(String token) {
            return Jws.verifies(keys(), token);
        }

        private synchronized JsonWebKeySet keys() {
            if (!clock.instant().isBefore(looked.equals(Instant.MIN) ? looked : looked.plus(KEEPS))) {
                looked = clock.instant();
                known = Jws.set(jwks.get());
            }
            return known;
        }
    }

    private void useTokens(List<Replica> replicas, List<Service> services) {
        while (!enough.get()) {
            String token = sign(replicas);
            if (random(services).accepts(token)) {
                accepted.incrementAndGet();
            } else {
                refused.add(token);
            }
        }
    }

    private void pass(KeyDatabase database, Duration time) {
        clock.advance(time);
        database.age(time);
    }

    private void awaitMore(int than) {
        while (accepted.get() < than + 20 * CLIENTS && refused.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static String sign(List<Replica> replicas) {
        return random(replicas).keys().sign("at+jwt", "{}");
    }

    private static <T> T random(List<T> any) {
        return any.get(ThreadLocalRandom.current().nextInt(any.size()));
    }
}
