package io.ymera.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.secret.MasterKey;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.testkit.MutableClock;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** In the test's own time, long after that of the service beside it, so that nothing here is old to that. */
@QuarkusTest
class ThrottleRepositoryTest {

    private record Limit(int failures, Duration firstPause, Duration longestPause, Duration forgiveEvery)
            implements ThrottleSettings.Limit {}

    private record Settings(Limit account, Limit address, Limit registration) implements ThrottleSettings {}

    private static final Settings AS_SHIPPED = new Settings(
            new Limit(5, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofMinutes(15)),
            new Limit(50, Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofMinutes(1)),
            new Limit(20, Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(3)));

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool pool;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    MasterKey masterKey;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    ThrottleSettings shipped;

    private final MutableClock clock = new MutableClock(Instant.parse("2101-01-01T00:00:00Z"));
    private final String ada = "login:ada-" + UUID.randomUUID();

    private ThrottleService throttle() {
        return new ThrottleService(
                new FailureRepository(pool), AS_SHIPPED, masterKey, clock, new SimpleMeterRegistry());
    }

    /** An address that no other test has. */
    private static Origin somewhere() {
        long network = ThreadLocalRandom.current().nextLong();
        return new Origin("2001:db8:%x:%x::1".formatted(network & 0xffff, (network >> 16) & 0xffff), null);
    }

    @Test
    void fourFailuresAreFreeAndThenThePauseDoublesUpToAQuarterOfAnHour() {
        for (int i = 0; i < 4; i++) {
            assertThat(begin(ada).pauseAfterFailure()).isEmpty();
        }
        // Each at the very moment that it may
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Duration pause = begin(ada).pauseAfterFailure().orElseThrow();
            pauses.add(pause.toSeconds());
            clock.advance(pause.minusMillis(1));
            assertBlocked(ada, Duration.ofMillis(1));
            clock.advance(Duration.ofMillis(1));
        }

        // One failure is forgiven in a quarter of an hour, which is what the pauses until then add up to
        assertThat(pauses)
                .startsWith(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L)
                .endsWith(900L);
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(900));
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        failures(ada, 5);
        for (int i = 0; i < 20; i++) {
            assertBlocked(ada, Duration.ofSeconds(1));
        }

        clock.advance(Duration.ofSeconds(1));

        assertThat(begin(ada).pauseAfterFailure()).contains(Duration.ofSeconds(2));
    }

    @Test
    void ofManyAtOnceNoMorePassThanAreFree() throws Exception {
        ThrottleService throttle = throttle();
        List<Future<Boolean>> guesses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                work.add(() -> passes(throttle, ada, somewhere()));
            }
            guesses = threads.invokeAll(work);
        }

        assertThat(guesses).filteredOn(Future::resultNow).hasSize(5);
    }

    @Test
    void aSuccessForgetsTheAccountsFailures() {
        failures(ada, 4);

        begin(ada).succeeded().await().indefinitely();

        failures(ada, 4);
        assertThat(begin(ada).pauseAfterFailure()).contains(Duration.ofSeconds(1));
    }

    @Test
    void whatIsGivenBackHasNotBeen() {
        failures(ada, 4);

        Attempt fifth = begin(ada);
        assertThat(fifth.pauseAfterFailure()).isPresent();
        fifth.giveBack().await().indefinitely();

        // and neither is what was before it forgotten
        assertThat(begin(ada).pauseAfterFailure()).contains(Duration.ofSeconds(1));
        assertBlocked(ada, Duration.ofSeconds(1));
    }

    @Test
    void givingBackDoesNotLiftThePauseOfAnother() {
        failures(ada, 5);
        clock.advance(Duration.ofSeconds(1));
        Attempt slow = begin(ada);
        clock.advance(Duration.ofSeconds(2));
        begin(ada);

        slow.giveBack().await().indefinitely();

        assertBlocked(ada, Duration.ofSeconds(4));
    }

    @Test
    void failuresAreForgivenOneByOne() {
        failures(ada, 4);

        clock.advance(Duration.ofMinutes(30));

        assertThat(begin(ada).pauseAfterFailure()).isEmpty();
        assertThat(begin(ada).pauseAfterFailure()).isEmpty();
        assertThat(begin(ada).pauseAfterFailure()).isPresent();
    }

    @Test
    void aClockThatGoesBackForgivesNothingAndAddsNothing() {
        failures(ada, 3);

        clock.advance(Duration.ofHours(-1));

        assertThat(begin(ada).pauseAfterFailure()).isEmpty();
        assertThat(begin(ada).pauseAfterFailure()).contains(Duration.ofSeconds(1));
    }

    @Test
    void fiftyFailuresFromOneAddressCloseItToAllAccounts() {
        Origin there = somewhere();
        for (int i = 0; i < 50; i++) {
            throttle().begin("login:victim-" + UUID.randomUUID(), there).await().indefinitely();
        }

        assertThat(passes(throttle(), ada, there)).isFalse();
        assertThat(passes(throttle(), ada, somewhere())).isTrue();
    }

    @Test
    void whoIsRefusedForTheAddressLocksNoAccount() {
        Origin there = somewhere();
        for (int i = 0; i < 50; i++) {
            throttle().begin("login:victim-" + UUID.randomUUID(), there).await().indefinitely();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(passes(throttle(), ada, there)).isFalse();
        }

        failures(ada, 4);
        assertThat(passes(throttle(), ada, somewhere())).isTrue();
    }

    @Test
    void successesFromAnAddressCountForNothing() {
        Origin office = somewhere();
        for (int i = 0; i < 200; i++) {
            throttle()
                    .begin("login:clerk-" + i + UUID.randomUUID(), office)
                    .await()
                    .indefinitely()
                    .succeeded()
                    .await()
                    .indefinitely();
        }

        assertThat(passes(throttle(), ada, office)).isTrue();
    }

    @Test
    void impatienceWithALockedAccountDoesNotCloseTheAddress() {
        Origin there = somewhere();
        failures(ada, 5);
        for (int i = 0; i < 100; i++) {
            assertThat(passes(throttle(), ada, there)).isFalse();
        }

        assertThat(passes(throttle(), "login:bob-" + UUID.randomUUID(), there)).isTrue();
    }

    @Test
    void guessesWithoutAnAccountAreLimitedByAddress() {
        Origin there = somewhere();
        for (int i = 0; i < 50; i++) {
            throttle().begin(there).await().indefinitely();
        }

        assertThatThrownBy(() -> throttle().begin(there).await().indefinitely())
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
                    assertThat(e.retryAfter()).contains(Duration.ofSeconds(1));
                });
    }

    @Test
    void twentyRegistrationsFromAnAddressAndThenOneInThreeMinutes() {
        Origin there = somewhere();
        for (int i = 0; i < 20; i++) {
            throttle().countRegistration(there).await().indefinitely();
        }

        assertThatThrownBy(() -> throttle().countRegistration(there).await().indefinitely())
                .isInstanceOf(ApiException.class);
        clock.advance(Duration.ofMinutes(3));
        throttle().countRegistration(there).await().indefinitely();
        assertThatThrownBy(() -> throttle().countRegistration(there).await().indefinitely())
                .isInstanceOf(ApiException.class);
        throttle().countRegistration(somewhere()).await().indefinitely();
    }

    @Test
    void whatNoRequestBringsHasNoAddress() {
        for (int i = 0; i < 100; i++) {
            throttle().countRegistration(Origin.NONE).await().indefinitely();
            throttle().begin(Origin.NONE).await().indefinitely();
        }
    }

    @Test
    void rowsGoWhenTheyMatterNoMore() {
        ThrottleCleanup cleanup = new ThrottleCleanup(new FailureRepository(pool), clock);
        clock.advance(Duration.ofDays(7));
        cleanup.run().await().indefinitely();
        failures(ada, 5);

        clock.advance(Duration.ofMinutes(75).minusMillis(1));
        cleanup.run().await().indefinitely();
        long whileTheyMatter = rows();
        clock.advance(Duration.ofMillis(1));
        cleanup.run().await().indefinitely();

        assertThat(whileTheyMatter).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void namesAreNotKept() {
        failures(ada, 1);

        String all = pool.query("select string_agg(encode(key, 'escape'), ' ') from login_failures")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);

        assertThat(all).doesNotContain(ada, ada.substring("login:".length()));
    }

    @Test
    void theNumbersAreThoseOfTheDocumentation() {
        assertThat(shipped.account().failures()).isEqualTo(5);
        assertThat(shipped.account().firstPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(shipped.account().longestPause()).isEqualTo(Duration.ofMinutes(15));
        assertThat(shipped.address().longestPause()).isEqualTo(Duration.ofHours(1));
        assertThat(new ThrottleSettingsCheck(shipped).check()).isEmpty();
        Limit none = new Limit(0, Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(2));
        assertThat(new ThrottleSettingsCheck(new Settings(none, AS_SHIPPED.address(), AS_SHIPPED.registration()))
                        .check())
                .extracting(error -> error.property())
                .contains(
                        "YMERA_THROTTLE_ACCOUNT_FAILURES",
                        "YMERA_THROTTLE_ACCOUNT_FIRST_PAUSE",
                        "YMERA_THROTTLE_ACCOUNT_LONGEST_PAUSE",
                        "YMERA_THROTTLE_ACCOUNT_FORGIVE_EVERY");
    }

    private long rows() {
        return pool.query("select count(*) from login_failures")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private Attempt begin(String account) {
        return throttle().begin(account, Origin.NONE).await().indefinitely();
    }

    private void failures(String account, int count) {
        for (int i = 0; i < count; i++) {
            begin(account);
        }
    }

    private static boolean passes(ThrottleService throttle, String account, Origin origin) {
        try {
            throttle.begin(account, origin).await().indefinitely();
            return true;
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            return false;
        }
    }

    private void assertBlocked(String account, Duration pause) {
        assertThatThrownBy(() -> begin(account))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.retryAfter()).contains(pause));
    }
}
