package io.ymera.auth.totp;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.secret.MasterKey;
import io.ymera.auth.throttle.ThrottleService;
import io.ymera.auth.totp.TotpRepository.Stored;
import io.ymera.auth.user.User;
import io.ymera.auth.user.UserService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.persistence.SecretCipher;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sets up second factors and asks for them. A code is good in its 30 seconds and those before and after, and once. Whoever
 * changes one locks the user first, as those do who log in or delete users. Non-blocking.
 */
@Singleton
public class TotpService {

    private static final Logger LOG = Logger.getLogger(TotpService.class);

    private final TotpRepository repository;
    private final UserService users;
    private final ThrottleService throttle;
    private final MasterKey masterKey;
    private final AuditLog audit;
    private final Pool pool;
    private final Clock clock;
    private final TotpCodes codes = new TotpCodes();

    TotpService(
            TotpRepository repository,
            UserService users,
            ThrottleService throttle,
            MasterKey masterKey,
            AuditLog audit,
            Pool pool,
            Clock clock) {
        this.repository = repository;
        this.users = users;
        this.throttle = throttle;
        this.masterKey = masterKey;
        this.audit = audit;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * What {@code code} is worth for {@code userId}; a right one is used up with the transaction. The caller throttles.
     *
     * @param code six digits, a recovery code, or null if none was sent
     */
    public Uni<SecondFactor> check(SqlClient transaction, UUID userId, @Nullable String code) {
        return repository.find(transaction, userId).chain(found -> {
            Optional<Stored> active = found.filter(stored -> stored.confirmedAt() != null);
            if (active.isEmpty()) {
                return Uni.createFrom().item(SecondFactor.NOT_SET_UP);
            }
            if (code == null || code.isBlank()) {
                return Uni.createFrom().item(SecondFactor.MISSING);
            }
            return take(transaction, userId, active.get(), code);
        });
    }

    /**
     * Ends the second factor of {@code userId}, if there is one: for an administrator, when the phone is gone and the recovery
     * codes are too. The caller audits why. Gives whether there was one that logins were asked for.
     */
    public Uni<Boolean> disable(SqlClient transaction, UUID userId) {
        return repository.delete(transaction, userId);
    }

    /** What there is. */
    Uni<Optional<Stored>> find(UUID userId) {
        return repository.find(userId);
    }

    /** A new secret for {@code user}, which is not asked for until it is confirmed; fails with 409 if there is one that is. */
    Uni<byte[]> prepare(User user) {
        byte[] secret = new byte[TotpCodes.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        byte[] encrypted = cipher().encrypt(secret, user.userId().toString());
        return Transactions.in(pool, transaction -> users.lock(transaction, user.userId())
                        .map(found -> found.orElseThrow(() ->
                                new ApiException(ErrorCode.UNAUTHENTICATED, "The token's user is no longer there.")))
                        .chain(() -> repository.prepare(transaction, user.userId(), encrypted, clock.instant())))
                .map(done -> {
                    if (!done) {
                        throw new ApiException(ErrorCode.CONFLICT, "You have a second factor: delete it first.");
                    }
                    return secret;
                });
    }

    /** Activates what {@link #prepare} has made, and gives the recovery codes; these are known to nobody afterwards. */
    Uni<List<String>> confirm(UUID userId, String code, Origin origin) {
        return guess(
                userId,
                origin,
                () -> Transactions.in(pool, transaction -> users.lock(transaction, userId)
                        .chain(() -> repository.find(transaction, userId))
                        .map(found -> found.filter(stored -> stored.confirmedAt() == null)
                                .orElseThrow(() -> new ApiException(
                                        ErrorCode.CONFLICT, "There is no second factor to confirm: make one first.")))
                        .chain(stored -> confirm(transaction, userId, stored, code, origin))));
    }

    private Uni<Optional<List<String>>> confirm(
            SqlClient transaction, UUID userId, Stored stored, String code, Origin origin) {
        Instant now = clock.instant();
        OptionalLong step = stepOf(userId, stored, code, now);
        if (step.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        List<String> recoveryCodes = RecoveryCodes.create();
        return repository
                .confirm(transaction, userId, stored.secret(), now, step.getAsLong())
                .invoke(confirmed -> {
                    if (!confirmed) {
                        throw new ApiException(
                                ErrorCode.CONFLICT, "The second factor has changed meanwhile: look again.");
                    }
                })
                .chain(() -> repository.insertCodes(
                        transaction,
                        userId,
                        recoveryCodes.stream().map(RecoveryCodes::hash).toList()))
                .chain(() ->
                        audit.record(transaction, AuditEvent.done("totp.enabled", userId.toString(), null, origin)))
                .replaceWith(Optional.of(recoveryCodes));
    }

    /** Ends the second factor for its owner, who has to show it once more. */
    Uni<Void> disableOwn(UUID userId, String code, Origin origin) {
        return guess(
                        userId,
                        origin,
                        () -> Transactions.in(pool, transaction -> users.lock(transaction, userId)
                                .chain(() -> check(transaction, userId, code))
                                .chain(factor -> switch (factor) {
                                    case NOT_SET_UP -> throw ApiException.notFound("You have no second factor.");
                                    case MISSING, WRONG -> Uni.createFrom().item(Optional.<Boolean>empty());
                                    case TOTP, RECOVERY_CODE ->
                                        disable(transaction, userId)
                                                .chain(() -> audit.record(
                                                        transaction,
                                                        AuditEvent.done(
                                                                "totp.disabled", userId.toString(), null, origin)))
                                                .replaceWith(Optional.of(true));
                                })))
                .replaceWithVoid();
    }

    /**
     * Has {@code userId} show the second factor, if there is one: before what a stolen token and a password must not be able to do.
     * Throttled; uses the code up.
     *
     * @param code six digits, a recovery code, or null if none was sent
     * @throws ApiException 401: {@link ErrorCode#SECOND_FACTOR_REQUIRED} without a code, {@link ErrorCode#INVALID_CREDENTIALS} with a
     *     wrong one; as a failure
     */
    public Uni<Void> require(UUID userId, @Nullable String code, Origin origin) {
        return guess(
                        userId,
                        origin,
                        () -> Transactions.in(pool, transaction -> check(transaction, userId, code)
                                .map(factor -> switch (factor) {
                                    case MISSING ->
                                        throw new ApiException(
                                                ErrorCode.SECOND_FACTOR_REQUIRED,
                                                "Send the same with code: six digits of your authenticator, or a recovery code.");
                                    case WRONG -> Optional.<Boolean>empty();
                                    case NOT_SET_UP, TOTP, RECOVERY_CODE -> Optional.of(true);
                                })))
                .replaceWithVoid();
    }

    /** Does what needs a right code, throttled; it gives nothing if the code is wrong. */
    private <T> Uni<T> guess(UUID userId, Origin origin, Supplier<Uni<Optional<T>>> work) {
        return throttle.begin("totp:" + userId, origin).chain(attempt -> work.get()
                .onFailure()
                .call(attempt::giveBack)
                .chain(done -> done.isPresent()
                        ? attempt.succeeded().replaceWith(done.get())
                        : Uni.createFrom()
                                .failure(new ApiException(
                                        ErrorCode.INVALID_CREDENTIALS,
                                        "This is not the code of now.",
                                        List.of(new Violation("/code", "is not the code of now"))))));
    }

    private Uni<SecondFactor> take(SqlClient transaction, UUID userId, Stored stored, String code) {
        Instant now = clock.instant();
        String typed = code.strip();
        if (!TotpCodes.isCode(typed)) {
            return repository
                    .takeCode(transaction, userId, RecoveryCodes.hash(typed), now)
                    .map(taken -> taken ? SecondFactor.RECOVERY_CODE : SecondFactor.WRONG);
        }
        OptionalLong step = stepOf(userId, stored, typed, now);
        return step.isEmpty()
                ? Uni.createFrom().item(SecondFactor.WRONG)
                : repository
                        .takeStep(transaction, userId, step.getAsLong())
                        .map(taken -> taken ? SecondFactor.TOTP : SecondFactor.WRONG);
    }

    private OptionalLong stepOf(UUID userId, Stored stored, String code, Instant now) {
        try {
            return codes.stepOf(cipher().decrypt(stored.secret(), userId.toString()), code, now);
        } catch (GeneralSecurityException e) {
            LOG.errorf("The second factor of %s can't be read with this AUTH_ENCRYPTION_KEY: %s", userId, e);
            return OptionalLong.empty();
        }
    }

    private SecretCipher cipher() {
        return masterKey.cipher("totp");
    }
}
