package io.ymera.auth.external;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.external.SignIn.Linking;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.session.SessionService;
import io.ymera.auth.user.User;
import io.ymera.auth.user.UserService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who somebody from the provider is here. That is decided by issuer and subject alone: names and addresses are reused and
 * change. So whoever has an account here under the same address has to log in and link it; linking by address would give the
 * account to whoever gets that address at the provider.
 */
@Singleton
class IdentityService {

    private final Pool pool;
    private final IdentityRepository identities;
    private final UserService users;
    private final SessionService sessions;
    private final AuditLog audit;
    private final Validator validator;
    private final Clock clock;

    IdentityService(
            Pool pool,
            IdentityRepository identities,
            UserService users,
            SessionService sessions,
            AuditLog audit,
            Validator validator,
            Clock clock) {
        this.validator = validator;
        this.pool = pool;
        this.identities = identities;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The user who this is, if somebody has linked it. */
    Uni<Optional<UUID>> find(ProviderConfig provider, Confirmed who) {
        return identities.find(pool, provider.issuer(), who.subject());
    }

    /**
     * Links {@code who} to whoever asked for it; does nothing if that is so already.
     *
     * @throws ApiException 409 if it is somebody else's, 403 if the user may not log in any more, 401 if the session in which it
     *     was asked for has ended meanwhile; as a failure of the result
     */
    Uni<Void> link(ProviderConfig provider, Confirmed who, Linking link, Origin origin) {
        return Transactions.in(
                pool,
                transaction -> users.lock(transaction, link.user())
                        .map(found -> found.filter(User::isActive).orElseThrow(IdentityService::deactivated))
                        .chain(user -> sessions.goesOn(transaction, link.session()))
                        .chain(
                                goesOn -> goesOn
                                        ? insert(transaction, provider, who, link.user(), origin)
                                        : Uni.createFrom()
                                                .failure(
                                                        new ApiException(
                                                                ErrorCode.UNAUTHENTICATED,
                                                                "The session in which you asked for this has ended: log in and begin again."))));
    }

    /** What of the provider belongs to {@code user}, the oldest first. */
    Uni<List<LinkedIdentity>> linked(UUID user) {
        return identities.ofUser(pool, user);
    }

    /**
     * Unlinks all that belongs to {@code user}.
     *
     * @param actor who does it, for the audit log
     * @throws ApiException 404 if there is nothing, 409 if the user has no password, to whom it is the only way in; as a failure
     */
    Uni<Void> unlink(UUID user, String actor, Origin origin) {
        return users.account(user)
                .invoke(account -> account.filter(found -> found.passwordHash() == null)
                        .ifPresent(found -> {
                            throw new ApiException(
                                    ErrorCode.CONFLICT,
                                    "Without a password the provider is the only way in: it can't be unlinked.");
                        }))
                .chain(() -> Transactions.in(pool, transaction -> identities
                        .delete(transaction, user)
                        .chain(deleted -> deleted == 0
                                ? Uni.createFrom().failure(ApiException.notFound("Nothing is linked."))
                                : audit.record(
                                        transaction,
                                        AuditEvent.done("external.unlinked", actor, user.toString(), origin)))));
    }

    /**
     * Makes a user of somebody who is not known here, if the operator wants that.
     *
     * @throws ApiException 409 if there is a user with that address, 403 if the operator does not want it; as a failure of the
     *     result
     */
    Uni<UUID> register(ProviderConfig provider, Confirmed who, Person described, Origin origin) {
        Person person = described.fitting(validator);
        String email = person.verifiedEmail();
        if (email == null) {
            return Uni.createFrom().failure(unknown(provider));
        }
        return users.findByLogin(email).chain(known -> {
            if (known.account() != null) {
                // The same person may have come in a moment ago
                return find(provider, who).map(now -> now.orElseThrow(() -> hasAccount(provider)));
            }
            return provider.autoRegister() && provider.welcomes(email)
                    ? register(provider, who, person, email, origin)
                    : Uni.createFrom().failure(unknown(provider));
        });
    }

    static ApiException deactivated() {
        return new ApiException(ErrorCode.FORBIDDEN, "Your account here has been deactivated.");
    }

    private Uni<UUID> register(ProviderConfig provider, Confirmed who, Person person, String email, Origin origin) {
        return Transactions.in(pool, transaction -> insertUser(
                                transaction,
                                Usernames.candidates(person.preferredUsername(), email)
                                        .iterator(),
                                person,
                                email)
                        .call(user -> audit.record(
                                transaction,
                                AuditEvent.done("user.registered", user.userId().toString(), null, origin)
                                        .with("username", user.username())
                                        .with("method", "external")))
                        .call(user -> insert(transaction, provider, who, user.userId(), origin))
                        .map(User::userId))
                .onFailure(ApiException.class)
                // The same person may have come in twice at once
                .recoverWithUni(refused -> find(provider, who)
                        .map(now -> now.orElseThrow(() -> refused instanceof ApiException e ? e : unknown(provider))));
    }

    /** Under the first name that nobody has. */
    private Uni<User> insertUser(SqlClient transaction, Iterator<String> names, Person person, String email) {
        if (!names.hasNext()) {
            return Uni.createFrom()
                    .failure(new ApiException(ErrorCode.CONFLICT, "Every user name that would fit you is taken."));
        }
        return users.createWithoutPassword(transaction, names.next(), email, person.fullName())
                .chain(made -> made.map(user -> Uni.createFrom().item(user))
                        .orElseGet(() -> insertUser(transaction, names, person, email)));
    }

    private Uni<Void> insert(SqlClient transaction, ProviderConfig provider, Confirmed who, UUID user, Origin origin) {
        return identities
                .insert(transaction, provider.issuer(), who.subject(), user, clock.instant())
                .chain(isNew -> isNew
                        ? audit.record(
                                transaction,
                                AuditEvent.done("external.linked", user.toString(), null, origin)
                                        .with("issuer", provider.issuer())
                                        .with("subject", who.subject()))
                        : checkOwner(transaction, provider, who, user));
    }

    private Uni<Void> checkOwner(SqlClient transaction, ProviderConfig provider, Confirmed who, UUID user) {
        return identities.find(transaction, provider.issuer(), who.subject()).map(owner -> {
            if (!owner.equals(Optional.of(user))) {
                throw new ApiException(
                        ErrorCode.CONFLICT, "This account at " + provider.name() + " belongs to another user here.");
            }
            return null;
        });
    }

    private static ApiException hasAccount(ProviderConfig provider) {
        return new ApiException(
                ErrorCode.CONFLICT,
                "There is an account with your e-mail address. Log in to it and link it to %s (POST /users/me/external)."
                        .formatted(provider.name()));
    }

    private static ApiException unknown(ProviderConfig provider) {
        return new ApiException(
                ErrorCode.FORBIDDEN,
                ("Nobody here belongs to your account at %s. If you have an account here, log in and link the two"
                                + " (POST /users/me/external); else ask your administrator for one.")
                        .formatted(provider.name()));
    }
}
