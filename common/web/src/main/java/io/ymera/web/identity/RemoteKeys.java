package io.ymera.web.identity;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * auth-service's key set, fetched when it is first needed, and again when it has got old, which nobody waits for, or when a token
 * names a key that is not in it, at most every few seconds. What is known goes on being good while auth-service is away.
 */
@Singleton
@DefaultBean
class RemoteKeys implements KeySource {

    static final Duration LEAST_PAUSE = Duration.ofSeconds(3);
    static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(RemoteKeys.class);
    private static final String PATH = "/.well-known/jwks.json";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;

    private final Clock clock;
    private final SingleFlight<KeySet> fetch;
    private volatile @Nullable KeySet known;
    private volatile Instant asked = Instant.MIN;

    RemoteKeys(AuthServiceClient auth, Clock clock) {
        this.clock = clock;
        this.fetch = new SingleFlight<>(() -> {
            asked = clock.instant();
            return auth.get(PATH, PATIENCE, MOST_BYTES)
                    .map(KeySet::of)
                    .invoke(keys -> known = keys)
                    .onFailure()
                    .invoke(thrown -> LOG.warnf("Keys can't be fetched: %s", thrown));
        });
    }

    @Override
    public Uni<Optional<VerificationKey>> find(String id) {
        @Nullable KeySet keys = known;
        if (keys == null) {
            return fetch.join().map(fetched -> fetched.find(id)).onFailure().transform(RemoteKeys::unavailable);
        }
        Optional<VerificationKey> key = keys.find(id);
        if (key.isEmpty() && isOlderThan(LEAST_PAUSE)) {
            return fetch.join().onFailure().recoverWithItem(keys).map(fetched -> fetched.find(id));
        }
        if (isOlderThan(FRESH_FOR)) {
            fetch.join().subscribe().with(done -> {}, logged -> {});
        }
        return Uni.createFrom().item(key);
    }

    private boolean isOlderThan(Duration age) {
        return asked.isBefore(clock.instant().minus(age));
    }

    private static ApiException unavailable(Throwable thrown) {
        return new ApiException(
                ErrorCode.UNAVAILABLE, "Tokens can't be checked at the moment: try again.", List.of(), thrown);
    }
}
