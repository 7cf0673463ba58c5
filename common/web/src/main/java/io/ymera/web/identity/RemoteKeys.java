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
 * auth-service's key set, fetched when it is first needed, and again, at most every few seconds, when a token names a key that is not
 * in it, or when it has got old: a key that is not in it any more may have been stolen. Nobody waits for that as long as there is
 * something to do all the time; after a rest who comes first does. What is known goes on being good while auth-service is away.
 */
@Singleton
@DefaultBean
class RemoteKeys implements KeySource {

    static final Duration LEAST_PAUSE = Duration.ofSeconds(3);
    static final Duration FRESH_FOR = Duration.ofMinutes(5);
    /** A while before it has to be. */
    static final Duration REFRESHED_AFTER = Duration.ofMinutes(4);

    private static final Logger LOG = Logger.getLogger(RemoteKeys.class);
    private static final String PATH = "/.well-known/jwks.json";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Of those who have something to go on with. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);

    private static final int MOST_BYTES = 256 * 1024;

    private final Clock clock;
    private final SingleFlight<KeySet> fetch;
    private volatile @Nullable KeySet known;
    /** The last attempt. */
    private volatile Instant asked = Instant.MIN;
    /** The attempt that what is known came of. */
    private volatile Instant fetched = Instant.MIN;

    RemoteKeys(AuthServiceClient auth, Clock clock) {
        this.clock = clock;
        this.fetch = new SingleFlight<>(() -> {
            Instant now = clock.instant();
            asked = now;
            return auth.get(PATH, PATIENCE, MOST_BYTES)
                    .map(KeySet::of)
                    .invoke(keys -> {
                        known = keys;
                        fetched = now;
                    })
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
        boolean worthAsking = fetch.isUnderWay() || isPast(asked, LEAST_PAUSE);
        if (worthAsking && (key.isEmpty() || isPast(fetched, FRESH_FOR))) {
            return fetch.join(SHORT_PATIENCE).onFailure().recoverWithItem(keys).map(latest -> latest.find(id));
        }
        if (worthAsking && isPast(fetched, REFRESHED_AFTER)) {
            fetch.join().subscribe().with(done -> {}, logged -> {});
        }
        return Uni.createFrom().item(key);
    }

    private boolean isPast(Instant since, Duration age) {
        return since.isBefore(clock.instant().minus(age));
    }

    private static ApiException unavailable(Throwable thrown) {
        return new ApiException(
                ErrorCode.UNAVAILABLE, "Tokens can't be checked at the moment: try again.", List.of(), thrown);
    }
}
