package io.ymera.auth.external;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.external.SignIn.Linking;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.session.SessionService;
import io.ymera.auth.totp.TotpService;
import io.ymera.auth.user.PasswordProof;
import io.ymera.auth.user.User;
import io.ymera.auth.user.UserService;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in through the provider: sends them there, takes them back, and begins their session. Non-blocking; everything
 * fails with a 404 if no provider is configured.
 */
@Singleton
class ExternalService {

    private final ConfiguredProvider provider;
    private final SignInService signIns;
    private final IdentityService identities;
    private final SessionService sessions;
    private final UserService users;
    private final PasswordProof proof;
    private final TotpService totp;
    private final AuditLog audit;
    private final Pool pool;

    ExternalService(
            ConfiguredProvider provider,
            SignInService signIns,
            IdentityService identities,
            SessionService sessions,
            UserService users,
            PasswordProof proof,
            TotpService totp,
            AuditLog audit,
            Pool pool) {
        this.provider = provider;
        this.signIns = signIns;
        this.identities = identities;
        this.sessions = sessions;
        this.users = users;
        this.proof = proof;
        this.totp = totp;
        this.audit = audit;
        this.pool = pool;
    }

    /**
     * @param location at the provider
     * @param cookie that the browser has to come back with
     */
    record Departure(URI location, String cookie) {

        @Override
        public String toString() {
            return "Departure[]";
        }
    }

    /** Begins a sign-in. */
    Uni<Departure> depart() {
        return depart(Optional.empty());
    }

    /**
     * Begins to link the provider to a user who is logged in; with the password and the second factor, or else whoever has stolen
     * a token could make a way in of their own, around both.
     *
     * @param code of the second factor; null if there is none
     */
    Uni<Departure> departLinking(Linking link, String password, @Nullable String code, Origin origin) {
        provider.config();
        return proof.require(link.user(), "/password", password, origin)
                .chain(() -> totp.require(link.user(), code, origin))
                .chain(() -> depart(Optional.of(link)));
    }

    /** What of the provider belongs to {@code user}. */
    Uni<List<LinkedIdentity>> linked(UUID user) {
        return identities.linked(user);
    }

    /**
     * The provider is no way in for {@code user} any more. Sessions that came through it go on.
     *
     * @throws ApiException 404 if it is none, 409 if it is the only one; as a failure of the result
     */
    Uni<Void> unlink(UUID user, Origin origin) {
        return identities.unlink(user, user.toString(), origin);
    }

    private Uni<Departure> depart(Optional<Linking> linkTo) {
        OpenIdProvider client = provider.client();
        return signIns.begin(linkTo).chain(begun -> client.authorizationUrl(begun.state(), begun.signIn())
                .map(location -> new Departure(location, begun.cookie())));
    }

    /** Ends what {@link #depart} began, in the browser that has its {@code cookie}. */
    Uni<Outcome> arrive(Callback callback, @Nullable String cookie, Origin origin) {
        provider.config();
        return signIns.take(callback.state(), cookie).chain(signIn -> arrive(callback, signIn, origin)
                .onFailure(ApiException.class)
                .call(refused -> recordFailure(signIn.linkTo().map(Linking::user), (ApiException) refused, origin)));
    }

    /** The tokens of whoever has just come back in the browser with this {@code cookie}. */
    Uni<Outcome.SignedIn> collect(@Nullable String cookie, Origin origin) {
        provider.config();
        return signIns.collect(cookie).chain(user -> start(user, origin)
                .onFailure(ApiException.class)
                .call(refused -> recordFailure(Optional.of(user), (ApiException) refused, origin)));
    }

    private Uni<Outcome> arrive(Callback callback, SignIn signIn, Origin origin) {
        return provider.client().redeem(callback, signIn).chain(who -> signIn.linkTo()
                .map(link -> link(who, link, origin))
                .orElseGet(() -> signIn(who, origin)));
    }

    private Uni<Outcome> link(Confirmed who, Linking link, Origin origin) {
        return identities.link(provider.config(), who, link, origin).replaceWith(new Outcome.Linked());
    }

    private Uni<Outcome> signIn(Confirmed who, Origin origin) {
        return identities
                .find(provider.config(), who)
                .chain(found -> found.map(user -> Uni.createFrom().item(user)).orElseGet(() -> register(who, origin)))
                .chain(user -> provider.config().returnUrl().isPresent()
                        ? signIns.arrive(user).map(Outcome.Arrived::new)
                        : start(user, origin));
    }

    private Uni<UUID> register(Confirmed who, Origin origin) {
        return provider.client()
                .describe(who)
                .chain(person -> identities.register(provider.config(), who, person, origin));
    }

    private Uni<Outcome.SignedIn> start(UUID userId, Origin origin) {
        return Transactions.in(pool, transaction -> users.lock(transaction, userId)
                .map(found -> found.filter(User::isActive).orElseThrow(IdentityService::deactivated))
                .chain(user -> sessions.start(transaction, user, origin)
                        .call(tokens -> audit.record(
                                transaction,
                                AuditEvent.done(
                                                "login.succeeded",
                                                userId.toString(),
                                                tokens.sessionId().toString(),
                                                origin)
                                        .with("method", "external")))
                        .map(tokens -> new Outcome.SignedIn(user, tokens))));
    }

    private Uni<Void> recordFailure(Optional<UUID> user, ApiException refused, Origin origin) {
        @Nullable String target = user.map(UUID::toString).orElse(null);
        return audit.record(
                pool,
                AuditEvent.refused("login.failed", null, target, origin, refused.detail())
                        .with("method", "external"));
    }
}
