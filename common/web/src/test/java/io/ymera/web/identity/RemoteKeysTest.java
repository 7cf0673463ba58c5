package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.testkit.MutableClock;
import io.ymera.testkit.TokenIssuer;
import io.ymera.web.problem.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteKeysTest {

    private static final String KEY = "testkit";
    private static final String NO_KEYS = "{\"keys\":[]}";

    private final Vertx vertx = Vertx.vertx();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final AuthStub auth;
    private final AuthServiceClient client;
    private final RemoteKeys keys;

    RemoteKeysTest() throws IOException {
        auth = new AuthStub();
        client = new AuthServiceClient(vertx, new ObjectMapper(), auth.url());
        keys = new RemoteKeys(client, clock);
    }

    @BeforeEach
    void start() throws IOException {
        auth.jwks = TokenIssuer.shared().jwks();
        auth.start();
    }

    @AfterEach
    void stop() {
        auth.close();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Optional<VerificationKey> find(String id) {
        return keys.find(id).await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void keysAreFetchedOnceAndKept() {
        assertThat(find(KEY)).isPresent();
        assertThat(find(KEY)).isPresent();

        assertThat(auth.keyRequests).hasValue(1);
    }

    @Test
    void manyWhoAskAtOnceAskOnce() {
        List<Uni<Optional<VerificationKey>>> all =
                IntStream.range(0, 100).mapToObj(i -> keys.find(KEY)).toList();

        Uni.join().all(all).andFailFast().await().atMost(Duration.ofSeconds(30));

        assertThat(auth.keyRequests).hasValue(1);
    }

    @Test
    void anUnknownKeyIsLookedForAgainButNotAllTheTime() {
        find(KEY);
        clock.advance(RemoteKeys.LEAST_PAUSE.plusMillis(1));

        for (int i = 0; i < 10; i++) {
            assertThat(find("made-up-" + i)).isEmpty();
        }

        assertThat(auth.keyRequests).hasValue(2);
    }

    @Test
    void aKeyThatIsNewIsFound() {
        auth.jwks = "{\"keys\":[]}";
        assertThat(find(KEY)).isEmpty();
        auth.jwks = TokenIssuer.shared().jwks();
        clock.advance(RemoteKeys.LEAST_PAUSE.plusMillis(1));

        assertThat(find(KEY)).isPresent();
    }

    @Test
    void whatWasNeverThereCanNotBeJudged() throws IOException {
        auth.stop();
        assertThatThrownBy(() -> find(KEY)).isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.UNAVAILABLE));

        auth.start();

        assertThat(find(KEY)).isPresent();
    }

    @Test
    void keysStayGoodWhileTheirSourceIsAway() {
        find(KEY);
        auth.stop();
        clock.advance(RemoteKeys.FRESH_FOR.plusHours(100));

        assertThat(find(KEY)).isPresent();
        assertThat(find("made-up")).isEmpty();
    }

    @Test
    void aKeyThatWasDroppedIsNotGoodOnceMoreAfterARest() {
        find(KEY);
        auth.jwks = NO_KEYS;
        clock.advance(RemoteKeys.FRESH_FOR.plusMillis(1));

        assertThat(find(KEY)).isEmpty();
    }

    @Test
    void whoComesWhileTheyAreFetchedWaitsAsWell() {
        find(KEY);
        auth.jwks = NO_KEYS;
        auth.permission = new CompletableFuture<>();
        clock.advance(RemoteKeys.FRESH_FOR.plusMillis(1));
        CompletableFuture<Optional<VerificationKey>> first = keys.find(KEY).subscribeAsCompletionStage();
        CompletableFuture<Optional<VerificationKey>> second = keys.find(KEY).subscribeAsCompletionStage();
        auth.permission.complete(null);

        assertThat(first.orTimeout(30, TimeUnit.SECONDS).join()).isEmpty();
        assertThat(second.orTimeout(30, TimeUnit.SECONDS).join()).isEmpty();
        assertThat(auth.keyRequests).hasValue(2);
    }

    @Test
    void anAttemptThatFailedDoesNotMakeThemFresh() throws IOException {
        find(KEY);
        clock.advance(RemoteKeys.FRESH_FOR.plusMillis(1));
        auth.stop();
        assertThat(find(KEY)).isPresent();

        auth.jwks = NO_KEYS;
        auth.start();
        clock.advance(RemoteKeys.LEAST_PAUSE.plusMillis(1));

        assertThat(find(KEY)).isEmpty();
    }

    @Test
    void aSourceThatIsSilentIsNotWaitedForLong() {
        find(KEY);
        auth.permission = new CompletableFuture<>();
        clock.advance(RemoteKeys.FRESH_FOR.plusMillis(1));

        assertThat(find(KEY)).isPresent();
        auth.permission.complete(null);
    }

    @Test
    void aWhileBeforeTheyAreOldTheyAreFetchedWithoutAnybodysWaiting() {
        find(KEY);
        auth.permission = new CompletableFuture<>();
        auth.jwks = NO_KEYS;
        clock.advance(RemoteKeys.REFRESHED_AFTER.plusMillis(1));

        assertThat(find(KEY)).isPresent();
        auth.permission.complete(null);

        Instant end = Instant.now().plusSeconds(30);
        while (find(KEY).isPresent()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{\"keys\":1}"})
    void nonsenseIsNoKeySet(String text) {
        auth.jwks = text;

        assertThatThrownBy(() -> find(KEY)).isInstanceOf(ApiException.class);
    }

    @Test
    void somethingEndlessIsNotReadToItsEnd() {
        auth.jwks = "{\"keys\":[]," + " ".repeat(300_000) + "\"a\":1}";

        assertThatThrownBy(() -> find(KEY)).isInstanceOf(ApiException.class);
    }

    @Test
    void anErrorIsNoKeySet() {
        auth.status = 500;

        assertThatThrownBy(() -> find(KEY)).isInstanceOf(ApiException.class);
    }
}
