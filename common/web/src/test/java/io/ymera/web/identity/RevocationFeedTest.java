package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.ymera.testkit.MutableClock;
import io.ymera.web.problem.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Revocations revocations = new Revocations(new MutableClock(Instant.parse("2026-11-25T12:00:00Z")));
    private final AuthStub auth;
    private final AuthServiceClient client;
    private final RevocationFeed feed;
    private final UUID session = UUID.randomUUID();

    RevocationFeedTest() throws IOException {
        auth = new AuthStub();
        client = new AuthServiceClient(vertx, new ObjectMapper(), auth.url());
        feed = new RevocationFeed(new RemoteRevocations(client), revocations, vertx);
    }

    @AfterEach
    void stop() {
        feed.stop();
        auth.close();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void everythingFirstAndThenWhatComes() throws Exception {
        auth.start();
        UUID before = UUID.randomUUID();
        auth.revocationAnswers.add(page(7, before));
        CountDownLatch ended = new CountDownLatch(1);
        revocations.whenRevoked(session, ended::countDown);

        feed.known().await().atMost(PATIENCE);
        assertThat(revocations.isRevoked(before)).isTrue();
        assertThat(revocations.isRevoked(session)).isFalse();
        auth.revocationAnswers.add(page(8, session));

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(auth.nextRevocationRequest()).isEqualTo("null");
        assertThat(auth.nextRevocationRequest()).isEqualTo("after=7&wait=20");
        assertThat(auth.nextRevocationRequest()).isEqualTo("after=8&wait=20");
    }

    @Test
    void beforeTheFirstAnswerNothingCanBeSaidAndAfterItAllGoesOn() throws Exception {
        // Given auth-service is not there yet
        assertThatThrownBy(() -> feed.known().await().atMost(PATIENCE)).isInstanceOf(ApiException.class);

        auth.start();
        auth.revocationAnswers.add(page(1));
        feed.known().await().atMost(PATIENCE);

        assertThat(revocations.isKnown()).isTrue();
    }

    @Test
    void whatIsKnownGoesOnWhileAuthServiceIsAwayAndWhatHasComeMeanwhileIsFetched() throws Exception {
        auth.start();
        auth.revocationAnswers.add(page(1));
        feed.known().await().atMost(PATIENCE);
        assertThat(auth.nextRevocationRequest()).isEqualTo("null");
        assertThat(auth.nextRevocationRequest()).isEqualTo("after=1&wait=20");

        auth.stop();
        feed.known().await().atMost(PATIENCE);
        CountDownLatch ended = new CountDownLatch(1);
        revocations.whenRevoked(session, ended::countDown);
        auth.revocationAnswers.add(page(2, session));
        auth.start();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(auth.nextRevocationRequest()).isEqualTo("after=1&wait=20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"items\":[{\"id\":\"x\",\"expires_at\":\"2026-11-25T12:00:00Z\"}],\"cursor\":1}",
                "{\"items\":[{\"id\":\"01a20033-9828-71c7-a8e7-623c2f84fd56\"}],\"cursor\":1}",
                "{\"items\":[],\"cursor\":\"x\"}"
            })
    void nonsenseIsNoAnswer(String answer) throws IOException {
        auth.start();
        auth.revocationAnswers.add(answer);

        assertThatThrownBy(() -> feed.known().await().atMost(PATIENCE)).isInstanceOf(ApiException.class);
        assertThat(revocations.isKnown()).isFalse();
    }

    @Test
    void beforeTheLastPageNothingCanBeSaid() throws Exception {
        auth.start();
        UUID before = UUID.randomUUID();
        auth.revocationAnswers.add(page(7, before).replace("\"reset\":true", "\"reset\":true,\"more\":true"));
        auth.revocationAnswers.add(page(8, session));

        feed.known().await().atMost(PATIENCE);

        assertThat(revocations.isRevoked(before)).isTrue();
        assertThat(revocations.isRevoked(session)).isTrue();
        assertThat(auth.nextRevocationRequest()).isEqualTo("null");
        assertThat(auth.nextRevocationRequest()).isEqualTo("after=7&wait=0");
        assertThat(auth.nextRevocationRequest()).isEqualTo("after=8&wait=20");
    }

    private static String page(long cursor, UUID... ended) {
        StringBuilder items = new StringBuilder();
        for (UUID id : ended) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"id\":\"%s\",\"expires_at\":\"2026-11-26T12:00:00Z\"}".formatted(id));
        }
        return "{\"items\":[%s],\"cursor\":%d,\"reset\":true}".formatted(items, cursor);
    }
}
