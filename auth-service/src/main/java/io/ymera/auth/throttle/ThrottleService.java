package io.ymera.auth.throttle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.secret.MasterKey;
import io.ymera.auth.throttle.FailureRepository.Count;
import io.ymera.auth.throttle.ThrottleSettings.Limit;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing. An attempt is counted before anything is checked, so that a hundred at a time are no free tries; some
 * failures cost nothing, each further one doubles the pause after it, and time forgives them one by one. In a pause attempts
 * are refused with 429 {@code too_many_requests}, and are neither checked nor counted. All of this is the same for accounts
 * that there are and that there are not. The numbers are {@code ymera.throttle.*}; all replicas count together.
 *
 * <p>Whoever knows a login name can keep its owner from logging in, by failing again after each pause. That is the price of
 * a limit by account, without which a botnet could guess at leisure from a million addresses. It is kept low: no pause of an
 * account is longer than a quarter of an hour, sessions and API keys that there are go on, sign-in through an external
 * provider is not affected, and the audit log tells administrators from where it is done. Likewise one bad neighbour can lock
 * out an address that many share; logins from there that succeed count for nothing, and a failure a minute is forgiven.
 *
 * <p>Thread-safe and non-blocking.
 */
@Singleton
public class ThrottleService {

    private final FailureRepository failures;
    private final ThrottleSettings settings;
    private final MasterKey masterKey;
    private final Clock clock;
    private final MeterRegistry metrics;

    ThrottleService(
            FailureRepository failures,
            ThrottleSettings settings,
            MasterKey masterKey,
            Clock clock,
            MeterRegistry metrics) {
        this.failures = failures;
        this.settings = settings;
        this.masterKey = masterKey;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What is counted under which key, by which limit; {@code at} tells one count from the others. */
    private record Counter(String what, byte[] key, Limit limit, Instant at) {}

    /**
     * Begins an attempt at {@code account} from {@code origin}; fails with {@link ErrorCode#TOO_MANY_REQUESTS} in a pause of
     * one or the other.
     *
     * @param account whose secret is guessed, by a prefix of the caller's and a name in its one normal form: {@code login:ada}
     */
    public Uni<Attempt> begin(String account, Origin origin) {
        Counter byAccount = counter("account", account, settings.account());
        @Nullable Counter byAddress = byAddress("address", settings.address(), origin);
        if (byAddress == null) {
            return count(byAccount).map(pause -> attempt(pause, byAccount, null));
        }
        // The address first: who is refused for it must not be able to lock accounts
        return count(byAddress).chain(addressPause -> count(byAccount)
                .onFailure(ApiException.class)
                .call(() -> attempt(Optional.empty(), null, byAddress).giveBack())
                .map(accountPause -> attempt(longest(addressPause, accountPause), byAccount, byAddress)));
    }

    /** Begins an attempt at something that has no account, such as a setup token. */
    public Uni<Attempt> begin(Origin origin) {
        @Nullable Counter byAddress = byAddress("address", settings.address(), origin);
        return byAddress == null
                ? Uni.createFrom().item(new Attempt(Optional.empty(), nothing(), nothing()))
                : count(byAddress).map(pause -> attempt(pause, null, byAddress));
    }

    /** Counts a registration; fails with {@link ErrorCode#TOO_MANY_REQUESTS} if there were too many from there. */
    public Uni<Void> countRegistration(Origin origin) {
        @Nullable Counter byAddress = byAddress("registration", settings.registration(), origin);
        return byAddress == null ? nothing() : count(byAddress).replaceWithVoid();
    }

    /** The pause that follows, if any. */
    private Uni<Optional<Duration>> count(Counter counter) {
        return failures.count(counter.key(), counter.at(), counter.limit()).map(count -> {
            Optional<Duration> pause = pause(counter, count);
            if (!count.counted()) {
                metrics.counter("ymera.throttle.refused", "by", counter.what()).increment();
                throw ApiException.retryLater(
                        ErrorCode.TOO_MANY_REQUESTS,
                        "Too many attempts: try again later.",
                        pause.orElse(Duration.ZERO));
            }
            return pause;
        });
    }

    private static Optional<Duration> pause(Counter counter, Count count) {
        return Optional.ofNullable(count.blockedUntil()).map(until -> Duration.between(counter.at(), until));
    }

    private Attempt attempt(Optional<Duration> pause, @Nullable Counter account, @Nullable Counter address) {
        Uni<Void> undoAddress =
                address == null ? nothing() : failures.giveBack(address.key(), address.at(), address.limit());
        return account == null
                ? new Attempt(pause, undoAddress, undoAddress)
                : new Attempt(
                        pause,
                        undoAddress.chain(() -> failures.forget(account.key())),
                        undoAddress.chain(() -> failures.giveBack(account.key(), account.at(), account.limit())));
    }

    private @Nullable Counter byAddress(String what, Limit limit, Origin origin) {
        String address = origin.address();
        return address == null ? null : counter(what, Addresses.networkOf(address), limit);
    }

    private Counter counter(String what, String text, Limit limit) {
        // PostgreSQL keeps microseconds, and the count is found again by its time
        return new Counter(
                what, digest(what + "/" + text), limit, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(masterKey.macKey("throttle"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }

    private static Optional<Duration> longest(Optional<Duration> one, Optional<Duration> other) {
        return Stream.concat(one.stream(), other.stream()).max(Duration::compareTo);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
