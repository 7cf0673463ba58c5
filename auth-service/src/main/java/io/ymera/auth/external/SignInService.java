package io.ymera.auth.external;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.secret.MasterKey;
import io.ymera.auth.secret.RandomToken;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.SecretCipher;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins on their way: found again by their {@code state}, once, within ten minutes, and only by the browser that began
 * them. Without the latter, somebody could have a victim's browser finish a sign-in as the attacker (login CSRF).
 *
 * <p>The same table keeps, for a minute, who has come back in which browser, for a page that then asks for the tokens.
 */
@Singleton
class SignInService {

    static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(10);
    static final Duration TIME_TO_COLLECT = Duration.ofMinutes(1);

    private final SignInRepository rows;
    private final MasterKey masterKey;
    private final Clock clock;

    SignInService(SignInRepository rows, MasterKey masterKey, Clock clock) {
        this.rows = rows;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** What rows are for; one can't be taken for the other, since that is authenticated along with the row. */
    private enum Kind {
        SIGN_IN,
        ARRIVAL
    }

    /**
     * @param state for the provider
     * @param cookie for the browser
     */
    record Begun(String state, String cookie, SignIn signIn) {

        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    /** A new sign-in; {@code linkTo} is what a user wants who is logged in. */
    Uni<Begun> begin(Optional<SignIn.Linking> linkTo) {
        String state = RandomToken.create("").value();
        String cookie = RandomToken.create("").value();
        SignIn signIn = SignIn.begin(hex(cookie), linkTo);
        return keep(Kind.SIGN_IN, state, signIn.toBytes(), TIME_TO_SIGN_IN)
                .replaceWith(new Begun(state, cookie, signIn));
    }

    /** The sign-in that this is the end of; a 400 if there is none, or it was begun in another browser. */
    Uni<SignIn> take(@Nullable String state, @Nullable String cookie) {
        if (state == null || cookie == null) {
            return Uni.createFrom().failure(notBegun());
        }
        return take(Kind.SIGN_IN, state).map(found -> found.map(SignIn::from)
                .filter(signIn -> MessageDigest.isEqual(
                        signIn.browser().getBytes(US_ASCII), hex(cookie).getBytes(US_ASCII)))
                .orElseThrow(SignInService::notBegun));
    }

    /** Keeps that {@code user} has come back; the result is a new cookie for that browser. */
    Uni<String> arrive(UUID user) {
        String cookie = RandomToken.create("").value();
        return keep(Kind.ARRIVAL, cookie, user.toString().getBytes(UTF_8), TIME_TO_COLLECT)
                .replaceWith(cookie);
    }

    /** Who has come back in the browser with this cookie, once. */
    Uni<UUID> collect(@Nullable String cookie) {
        if (cookie == null) {
            return Uni.createFrom().failure(notSignedIn());
        }
        return take(Kind.ARRIVAL, cookie).map(found -> found.map(user -> UUID.fromString(new String(user, UTF_8)))
                .orElseThrow(SignInService::notSignedIn));
    }

    private Uni<Void> keep(Kind kind, String key, byte[] content, Duration time) {
        byte[] hash = RandomToken.hash(key);
        byte[] encrypted = cipher().encrypt(content, owner(kind, hash));
        return rows.insert(hash, encrypted, clock.instant().plus(time), clock.instant());
    }

    private Uni<Optional<byte[]>> take(Kind kind, String key) {
        byte[] hash = RandomToken.hash(key);
        return rows.take(hash, clock.instant()).map(found -> found.flatMap(stored -> open(stored, owner(kind, hash))));
    }

    private Optional<byte[]> open(byte[] stored, String owner) {
        try {
            return Optional.of(cipher().decrypt(stored, owner));
        } catch (GeneralSecurityException e) {
            // of the other kind, or the operator has changed the key meanwhile
            return Optional.empty();
        }
    }

    private SecretCipher cipher() {
        return masterKey.cipher("external-sign-in");
    }

    private static String owner(Kind kind, byte[] hash) {
        return kind + ":" + HexFormat.of().formatHex(hash);
    }

    private static String hex(String cookie) {
        return HexFormat.of().formatHex(RandomToken.hash(cookie));
    }

    private static ApiException notBegun() {
        return new ApiException(
                ErrorCode.MALFORMED_REQUEST,
                "This sign-in was not begun in this browser, took too long, or is over: begin again.");
    }

    private static ApiException notSignedIn() {
        return new ApiException(
                ErrorCode.INVALID_CREDENTIALS, "Nobody has signed in in this browser just now: begin again.");
    }
}
