package io.ymera.auth.apikey;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.RefusalLog;
import io.ymera.auth.origin.Origin;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds out whose key it is that somebody shows, and whether it is good: one look into the database. Non-blocking. */
@Singleton
class ApiKeyProofs {

    private static final Logger LOG = Logger.getLogger(ApiKeyProofs.class);
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    private final ApiKeyRepository keys;
    private final RefusalLog refusals;
    private final Clock clock;

    ApiKeyProofs(ApiKeyRepository keys, RefusalLog refusals, Clock clock) {
        this.keys = keys;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The key, if it is good. */
    Uni<Optional<KeyHolder>> find(String text) {
        return holder(text)
                .map(found -> found.filter(key -> key.objection(clock.instant()).isEmpty()));
    }

    /** The same for somebody who uses it: that is noted, a refusal is audited. */
    Uni<Optional<KeyHolder>> use(String text, Origin origin) {
        Instant now = clock.instant();
        if (KeyText.read(text).isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return holder(text).chain(found -> {
            @Nullable
            String objection = found.map(key -> key.objection(now).orElse(null)).orElse(null);
            if (found.isPresent() && objection == null) {
                return noteUse(found.get(), now).replaceWith(found);
            }
            return refusals.record(AuditEvent.refused(
                            "api_key.refused",
                            found.map(key -> key.userId().toString()).orElse(null),
                            found.map(key -> key.keyId().toString()).orElse(null),
                            origin,
                            objection == null ? "unknown" : objection))
                    .replaceWith(Optional.empty());
        });
    }

    private Uni<Optional<KeyHolder>> holder(String text) {
        return KeyText.read(text).map(key -> keys.holder(key.hash())).orElseGet(() -> Uni.createFrom()
                .item(Optional.empty()));
    }

    /** Not worth refusing a token for. */
    private Uni<Void> noteUse(KeyHolder key, Instant now) {
        Instant since = now.minus(NOTE_USE_EVERY);
        if (key.lastUsedAt() != null && key.lastUsedAt().isAfter(since)) {
            return Uni.createFrom().voidItem();
        }
        return keys.noteUse(key.keyId(), now, since)
                .onFailure()
                .invoke(e -> LOG.warnf("That the API key %s was used is not noted: %s", key.keyId(), e))
                .onFailure()
                .recoverWithNull();
    }
}
