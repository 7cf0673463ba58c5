package io.ymera.auth.key;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.secret.MasterKey;
import io.ymera.web.startup.ConfigError;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sees to it that there are keys before the first request comes, and looks once a second what has become of them. A replica
 * that can't look goes on with what it knows; it publishes what it signs with, and others do for long enough.
 */
@Singleton
class KeyWatch {

    private static final Logger LOG = Logger.getLogger(KeyWatch.class);

    /** After the checks of the configuration, before anything that may want a token. */
    private static final int EARLY = 100;

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private static final String WRONG_KEY =
            "signing keys in the database were encrypted with another key. Set the one that was used before. If that is lost "
                    + "for good, empty the table signing_keys: new keys are made at the next start, and everybody has to get "
                    + "new access tokens";

    private final KeyService keys;
    private final KeyRotation rotation;
    private volatile boolean blind;

    KeyWatch(KeyService keys, KeyRotation rotation) {
        this.keys = keys;
        this.rotation = rotation;
    }

    void start(@Observes @Priority(EARLY) StartupEvent starting) {
        start().await().atMost(LONGEST_START);
    }

    /** Reads before it writes: whoever has the wrong key must not add to the database with it. */
    Uni<Void> start() {
        return keys.refresh()
                .chain(rotation::start)
                .chain(keys::refresh)
                .replaceWithVoid()
                .onFailure(UnreadableKeyException.class)
                .transform(unreadable -> new ConfigurationException(
                        "The configuration is not usable:\n  "
                                + new ConfigError(MasterKey.NAME, "…", WRONG_KEY).message(),
                        unreadable));
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> look() {
        return tick().onItemOrFailure().transform((done, failure) -> {
            if (failure != null && !blind) {
                LOG.warnf("Signing keys can't be looked at, those that are known are used: %s", failure);
            } else if (failure == null && blind) {
                LOG.info("Signing keys can be looked at again");
            }
            blind = failure != null;
            return done;
        });
    }

    Uni<Void> tick() {
        return keys.refresh()
                .chain(table -> rotation.isDue(table)
                        ? rotation.run().chain(keys::refresh)
                        : Uni.createFrom().item(table))
                .replaceWithVoid();
    }
}
