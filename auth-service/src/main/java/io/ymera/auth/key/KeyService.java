package io.ymera.auth.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.KeySource;
import io.ymera.web.identity.VerificationKey;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs and verifies with what is in memory, which {@link KeyWatch} keeps up to date: PostgreSQL may be away. Thread-safe.
 */
@Singleton
public class KeyService implements KeySource {

    private final Pool pool;
    private final KeyRepository repository;
    private final KeySettings settings;
    private final Clock clock;
    private volatile KeyRing ring = KeyRing.EMPTY;
    private volatile Instant seenAt = Instant.MIN;

    KeyService(Pool pool, KeyRepository repository, KeySettings settings, Clock clock) {
        this.pool = pool;
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Signs {@code payload} with the key that signs now. Takes up to a millisecond of CPU.
     *
     * @param type the {@code typ} of the JOSE header
     * @return a JWS in compact serialisation (RFC 7515)
     * @throws ApiException {@link ErrorCode#UNAVAILABLE} if the keys were last seen so long ago that ours may be gone
     */
    public String sign(String type, String payload) {
        return signer().sign(type, payload);
    }

    /** What verifies tokens; the secret of HS256 is none of ours. */
    @Override
    public Uni<Optional<VerificationKey>> find(String kid) {
        return Uni.createFrom().item(Optional.ofNullable(ring.verifiers().get(kid)));
    }

    /** The key set that others verify with (RFC 7517): the next, the active and the retired keys, their public halves alone. */
    String jwks() {
        return ring.jwks();
    }

    Signer signer() {
        return settings.symmetric().or(this::active).orElseThrow(KeyService::unavailable);
    }

    /** Looks what keys there are, and reads them if they are not those that we know. */
    Uni<KeyTable> refresh() {
        Instant begun = clock.instant();
        return repository
                .table(pool)
                .call(table -> ring.isOf(table)
                        ? Uni.createFrom().voidItem()
                        : repository.keys(pool).invoke(keys -> ring = KeyRing.of(keys)))
                .invoke(table -> seenAt = begun);
    }

    private Optional<Signer> active() {
        return seenAt.isBefore(clock.instant().minus(KeyTable.SIGNS_UNSEEN)) ? Optional.empty() : ring.signer();
    }

    private static ApiException unavailable() {
        return new ApiException(ErrorCode.UNAVAILABLE, "Tokens can't be signed at the moment: try again.");
    }
}
