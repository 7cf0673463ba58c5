package io.ymera.manager.callback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What callbacks are signed with: each owner has one secret, and for a while after it was replaced two. A secret is shown
 * once, when it is made.
 */
@Singleton
class Secrets {

    /** The most that Standard Webhooks allows is 64. */
    private static final int BYTES = 32;

    private static final int REMEMBERED = 10_000;

    private final SecretRepository repository;
    private final CallbackSettings settings;
    private final Keyring keyring;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Owners who have a secret; nobody loses one. */
    private final Set<String> owners = ConcurrentHashMap.newKeySet();

    Secrets(SecretRepository repository, CallbackSettings settings, Keyring keyring, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * A new secret.
     *
     * @param secret for the receiver, {@code whsec_} and base64
     * @param previousUntil until when callbacks are signed with the one before as well, or null
     */
    @Schema(name = "NewCallbackSecret")
    record NewSecret(
            String secret, Instant createdAt, @Nullable Instant previousUntil) {}

    /** What may be shown of a secret at any time. */
    @Schema(name = "CallbackSecret")
    record SecretView(Instant createdAt, @Nullable Instant previousUntil) {}

    /** Makes a secret; one that there is signs on beside it for a while, one that is older no more. */
    Uni<NewSecret> create(String owner) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        byte[] locked = keyring.lock(secret, owner)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.UNAVAILABLE,
                        "Callbacks are not set up on this platform: its operator has to set CALLBACK_ENCRYPTION_KEY"));
        Instant now = clock.instant();
        return repository
                .put(owner, locked, now, now.plus(settings.rotationOverlap()))
                .map(view -> new NewSecret(
                        "whsec_" + Base64.getEncoder().encodeToString(secret), view.createdAt(), view.previousUntil()));
    }

    Uni<SecretView> get(String owner) {
        return repository
                .find(owner)
                .map(found -> found.orElseThrow(
                        () -> ApiException.notFound("You have no secret yet; POST /callbacks/secret makes one")))
                .map(view -> {
                    Instant until = view.previousUntil();
                    return until != null && until.isBefore(clock.instant())
                            ? new SecretView(view.createdAt(), null)
                            : view;
                });
    }

    Uni<Boolean> has(String owner) {
        return has(owner, () -> repository.find(owner));
    }

    Uni<Boolean> has(SqlClient client, String owner) {
        return has(owner, () -> repository.find(client, owner));
    }

    private Uni<Boolean> has(String owner, Supplier<Uni<Optional<SecretView>>> find) {
        if (owners.contains(owner)) {
            return Uni.createFrom().item(true);
        }
        return find.get().map(Optional::isPresent).invoke(has -> {
            if (has) {
                if (owners.size() >= REMEMBERED) {
                    owners.clear();
                }
                owners.add(owner);
            }
        });
    }
}
