package io.ymera.gateway.upstream;

import static io.ymera.gateway.upstream.TestUpstream.FAILURES;
import static io.ymera.gateway.upstream.TestUpstream.IMPATIENT;
import static io.ymera.gateway.upstream.TestUpstream.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.gateway.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that die, hang or answer nonsense, and what the client hears of that. */
class UpstreamFailuresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Origin.Behaviour WELL = (line, request) -> request.ok("fine");
    private static final Origin.Behaviour HANGS_UP = (line, request) -> request.hangUp();
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch forEver = new CountDownLatch(1);
    private volatile Instant now = Instant.EPOCH;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void oneThatIsNotThereIs503(String method) throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", nobody());

        assertProblem(ask(gateway, method, "/s"), 503, "unavailable", "Retry-After: 1");
    }

    @Test
    void oneThatHangsIs504() throws IOException {
        TestGateway gateway = gateway(IMPATIENT);
        gateway.service("s", origin((line, request) -> forEver.await()).url());

        assertProblem(ask(gateway, "GET", "/s"), 504, "upstream_timeout");
        assertProblem(ask(gateway, "POST", "/s"), 504, "upstream_timeout");
    }

    @Test
    void oneThatDoesNotReadTheBodyIs504() throws IOException {
        TestGateway gateway = add(new TestGateway(IMPATIENT, Instant::now, Long.MAX_VALUE));
        gateway.service("s", origin((line, request) -> forEver.await()).url());
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("POST /s HTTP/1.1\r\nHost: g\r\nContent-Length: 100000000\r\n\r\n");
            Thread.ofVirtual().start(() -> flood(http));

            assertProblem(http.answer(), 504, "upstream_timeout");
        }
    }

    @Test
    void aBodyThatDoesNotComeIs408AndNoFailureOfTheService() throws IOException {
        TestGateway gateway = gateway(IMPATIENT);
        Service service = gateway.service("s", origin(WELL).url());
        for (int i = 0; i < FAILURES; i++) {
            try (RawHttp http = new RawHttp(gateway.url())) {
                http.send("POST /s HTTP/1.1\r\nHost: g\r\nContent-Length: 5\r\n\r\nhe");
                assertProblem(http.answer(), 408, "request_timeout");
            }
        }

        assertThat(service.isUp()).isTrue();
    }

    /** Or whoever is slow on purpose would shut it out for all. */
    @Test
    void aBodyWhoseLastByteComesLateIsNoFailureOfTheService() throws IOException {
        TestGateway gateway = gateway(new TestUpstream(Duration.ofSeconds(1), 1_000));
        Service service =
                gateway.service("s", origin((line, request) -> forEver.await()).url());
        for (int i = 0; i < FAILURES; i++) {
            try (RawHttp http = new RawHttp(gateway.url())) {
                http.send("POST /s HTTP/1.1\r\nHost: g\r\nContent-Length: 2\r\n\r\n{");
                CountDownLatch late = new CountDownLatch(1);
                gateway.vertx().setTimer(800, due -> late.countDown());
                awaitLatch(late);
                http.send("}");
                assertThat(http.answer()).containsPattern("HTTP/1.1 (504|408)");
            }
        }

        assertThat(service.isUp()).isTrue();
    }

    /** Netty lets it in from a service, and not out to a client. */
    @ParameterizedTest
    @ValueSource(strings = {"/s", "/s/stream"})
    void anAnswerThatCantBePassedOnLeavesNobodyWaiting(String path) throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) ->
                                request.say("HTTP/1.1 200 OK\r\nX-Odd: a\u000bb\r\nContent-Length: 4\r\n\r\nfine"))
                        .url());

        assertThat(ask(gateway, "GET", path)).startsWith("HTTP/1.1 50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "\u0000\u0001\u0002\u00ff garbage \r\n\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 two hundred\r\n\r\n",
                "HTTP/1.1 99999999999 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcde",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nabcde",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
                "HTTP/1.1 500 java.lang.Secret\r\nContent-Length: 11\r\n\r\nstack trace",
                "HTTP/1.1 200 OK\r\n no: head\r\nX\u0000Y: 1\r\n\r\n"
            })
    void nonsenseIs502(String nonsense) throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.readBody();
                            request.say(nonsense);
                            request.hangUp();
                        })
                        .url());

        String answer = ask(gateway, "POST", "/s");

        assertProblem(answer, 502, "upstream_failed");
        assertThat(answer).doesNotContain("Secret", "stack", "127.0.0.1:");
    }

    @Test
    void aHeadWithoutEndIs502() throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.say("HTTP/1.1 200 OK\r\n");
                            while (true) {
                                request.say("X-Again: and again\r\n");
                            }
                        })
                        .url());

        assertProblem(ask(gateway, "POST", "/s"), 502, "upstream_failed");
    }

    @Test
    void interimAnswersAreNotTheAnswer() throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.say("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
                            request.ok("fine");
                        })
                        .url());

        assertThat(ask(gateway, "GET", "/s")).startsWith("HTTP/1.1 200").endsWith("fine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe first half",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\nnonsense\r\n"
            })
    void halfAnAnswerIsNotTakenForAWhole(String half) throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.say(half);
                            request.hangUp();
                        })
                        .url());
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");

            // Not a word more, and no end in good order
            assertThat(http.rest()).startsWith("HTTP/1.1 200").doesNotContain(LAST_CHUNK, "problem");
        }
    }

    /** What it said of its own answer would be said of ours. */
    @Test
    void aHeadWithoutABodyLeavesNothingInOurs() throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nETag: \"1\"\r\n"
                                    + "Cache-Control: public\r\nContent-Length: 10\r\n\r\n");
                            request.hangUp();
                        })
                        .url());
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("POST /s HTTP/1.1\r\nHost: g\r\nContent-Length: 0\r\n\r\n");

            assertThat(http.answer())
                    .startsWith("HTTP/1.1 502")
                    .doesNotContainIgnoringCase("gzip")
                    .doesNotContainIgnoringCase("etag")
                    .doesNotContainIgnoringCase("cache-control");
        }
    }

    @Test
    void anAnswerThatDoesNotEndInTimeIsCut() throws IOException {
        TestGateway gateway = gateway(IMPATIENT);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
                            forEver.await();
                        })
                        .url());
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");

            assertThat(http.rest()).contains("first").doesNotContain(LAST_CHUNK, "problem");
        }
    }

    @Test
    void moreThanWasAnnouncedIsLeftOutAndNotTakenForAnotherAnswer() throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin(
                                (line, request) -> request.say(
                                        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfineHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"))
                        .url());
        for (int i = 0; i < 20; i++) {
            assertThat(ask(gateway, "GET", "/s/" + i)).endsWith("\r\n\r\nfine");
        }
    }

    @Test
    void anAnswerGoesOnAsItComes() throws IOException {
        CountDownLatch heard = new CountDownLatch(1);
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
                            heard.await();
                            request.say("later");
                        })
                        .url());
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");
            String sofar = "";
            while (!sofar.endsWith("first")) {
                sofar += (char) http.read();
            }
            heard.countDown();
            for (int i = 0; i < 5; i++) {
                sofar += (char) http.read();
            }

            assertThat(sofar).endsWith("firstlater");
        }
    }

    @Test
    void whatMayBeAskedTwiceIsAskedAgainElsewhere() throws IOException {
        Origin bad = origin(HANGS_UP);
        Origin good = origin(WELL);
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", bad.url(), good.url());
        for (int i = 0; i < 20; i++) {
            assertThat(ask(gateway, "GET", "/s/" + i)).startsWith("HTTP/1.1 200");
        }

        assertThat(bad.received()).isNotEmpty();
        assertThat(good.received()).hasSize(20);
    }

    /** As Quarkus does between SIGTERM and its end. */
    @Test
    void oneThatStopsIsNotAskedForWhatAnotherCanAnswer() throws IOException {
        Origin stops = origin((line, request) -> {
            request.readBody();
            request.say("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        });
        Origin good = origin(WELL);
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", stops.url(), good.url());
        gateway.service("alone", stops.url());
        for (int i = 0; i < 20; i++) {
            assertThat(ask(gateway, "GET", "/s/" + i)).startsWith("HTTP/1.1 200");
        }
        int asked = stops.received().size();

        assertProblem(ask(gateway, "POST", "/alone"), 503, "unavailable", "Retry-After: 1");

        assertThat(stops.received()).as("a POST may have been done").hasSize(asked + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void whatMayNotIsSentOnce(String method) throws IOException {
        Origin one = origin(HANGS_UP);
        Origin other = origin(HANGS_UP);
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", one.url(), other.url());

        assertProblem(ask(gateway, method, "/s"), 502, "upstream_failed");
        assertProblem(
                send(gateway, method + " /s HTTP/1.1\r\nHost: g\r\nContent-Length: 0\r\n\r\n"), 502, "upstream_failed");

        assertThat(one.received().size() + other.received().size()).isEqualTo(2);
    }

    @Test
    void aPutWhoseBodyHasBegunIsSentOnce() throws IOException {
        Origin one = origin(HANGS_UP);
        Origin other = origin(HANGS_UP);
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", one.url(), other.url());

        assertProblem(ask(gateway, "PUT", "/s"), 502, "upstream_failed");

        assertThat(one.received().size() + other.received().size()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeSentIsSentElsewhere() throws IOException {
        Origin good = origin(WELL);
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", nobody(), good.url());
        for (int i = 0; i < 20; i++) {
            assertThat(ask(gateway, "POST", "/s/" + i)).startsWith("HTTP/1.1 200");
        }

        assertThat(good.received()).hasSize(20);
    }

    @Test
    void theCircuitOpensAfterSoManyFailuresAndNobodyIsAskedUntilItsPauseIsOver() throws IOException {
        Origin origin = origin(HANGS_UP);
        TestGateway gateway = add(new TestGateway(USUAL, () -> now, TestGateway.BODY_LIMIT));
        gateway.service("s", origin.url());
        for (int i = 0; i < FAILURES; i++) {
            assertProblem(ask(gateway, "POST", "/s"), 502, "upstream_failed");
        }

        assertProblem(ask(gateway, "POST", "/s"), 503, "unavailable", "Retry-After: 60");
        now = now.plusSeconds(20);
        assertProblem(ask(gateway, "GET", "/s"), 503, "unavailable", "Retry-After: 40");
        assertThat(origin.received()).hasSize(FAILURES);

        now = now.plusSeconds(40);
        assertProblem(ask(gateway, "POST", "/s"), 502, "upstream_failed");
        assertProblem(ask(gateway, "POST", "/s"), 503, "unavailable", "Retry-After: 60");

        origin.become(WELL);
        now = now.plusSeconds(60);
        assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");
        assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");
    }

    @Test
    void clientsThatLeaveDoNotShutAServiceOut() throws IOException {
        CountDownLatch come = new CountDownLatch(2 * FAILURES);
        Origin origin = origin((line, request) -> {
            come.countDown();
            forEver.await();
        });
        TestGateway gateway = gateway(USUAL);
        Service service = gateway.service("s", origin.url());
        for (int i = 0; i < 2 * FAILURES; i++) {
            int before = origin.received().size();
            try (RawHttp http = new RawHttp(gateway.url())) {
                http.send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");
                await(() -> origin.received().size() > before);
            }
        }
        await(() -> service.targets().getFirst().underWay().get() == 0);

        assertThat(service.isUp()).isTrue();
    }

    @Test
    void bodiesThatAreTooLargeDoNotShutAServiceOut() throws IOException {
        TestGateway gateway = add(new TestGateway(USUAL, Instant::now, 10));
        Service service =
                gateway.service("s", origin((line, request) -> forEver.await()).url());
        for (int i = 0; i < 2 * FAILURES; i++) {
            String answer = send(
                    gateway,
                    "POST /s HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n0\r\n\r\n");
            assertProblem(answer, 413, "body_too_large");
        }

        assertThat(service.isUp()).isTrue();
    }

    @Test
    void anAnswerBeforeTheBodyIsHeardAndTheConnectionGoesOn() throws IOException {
        TestGateway gateway = gateway(USUAL);
        gateway.service(
                "s",
                origin((line, request) -> {
                            request.say("HTTP/1.1 422 No\r\nContent-Length: 2\r\n\r\nno");
                            request.hangUp();
                        })
                        .url());
        try (RawHttp http = new RawHttp(gateway.url())) {
            http.send("POST /s HTTP/1.1\r\nHost: g\r\nContent-Length: 10\r\n\r\nhello");
            assertThat(http.answer()).startsWith("HTTP/1.1 422");

            http.send("worldPOST /s HTTP/1.1\r\nHost: g\r\nContent-Length: 0\r\n\r\n");

            assertThat(http.answer()).startsWith("HTTP/1.1 422");
        }
    }

    @Test
    void whoAsksForSomethingElseDoesNotWait() throws IOException {
        TestGateway gateway = gateway(USUAL);
        Origin hangs = origin((line, request) -> forEver.await());
        gateway.service("s", hangs.url());
        gateway.service("t", origin(WELL).url());
        List<RawHttp> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(add(new RawHttp(gateway.url())));
            waiting.getLast().send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");
        }
        await(() -> hangs.received().size() == 50);

        // All answered while not one of those has been
        for (int i = 0; i < 50; i++) {
            assertThat(ask(gateway, "GET", "/t")).startsWith("HTTP/1.1 200");
        }
        hangs.close();
        for (RawHttp http : waiting) {
            assertThat(http.answer()).startsWith("HTTP/1.1 50");
        }
    }

    @Test
    void atATargetThatHangsAsFewAsPossibleWait() throws IOException {
        Origin hangs = origin((line, request) -> forEver.await());
        Origin good = origin(WELL);
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", hangs.url(), good.url());
        int answered = 0;
        for (int i = 0; i < 50; i++) {
            RawHttp http = add(new RawHttp(gateway.url()));
            http.send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");
            int sent = i + 1;
            await(() -> hangs.received().size() + good.received().size() == sent);
            int there = good.received().size();
            if (there > answered) {
                answered = there;
                assertThat(http.answer()).startsWith("HTTP/1.1 200");
            }
        }

        assertThat(hangs.received()).as("the less busy of two gets it").hasSize(1);
    }

    @Test
    void moreThanMayWaitAreRefusedAtOnce() throws IOException {
        TestGateway gateway = gateway(new TestUpstream(Duration.ofSeconds(20), 1));
        Origin hangs = origin((line, request) -> forEver.await());
        Service service = gateway.service("s", hangs.url());
        add(new RawHttp(gateway.url())).send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");
        await(() -> hangs.received().size() == 1);
        add(new RawHttp(gateway.url())).send("GET /s HTTP/1.1\r\nHost: g\r\n\r\n");
        await(() -> service.targets().getFirst().underWay().get() == 2);

        assertProblem(ask(gateway, "GET", "/s"), 503, "overloaded", "Retry-After");
        assertThat(service.isUp()).isTrue();
    }

    @Test
    void aRestartIsNoticedByItself() throws IOException {
        Origin before = origin(WELL);
        TestGateway gateway = gateway(USUAL);
        gateway.service("s", before.url());
        assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");

        before.close();
        await(() -> answered(gateway).startsWith("HTTP/1.1 503"));
        open.add(new Origin(WELL, before.port()));

        assertThat(ask(gateway, "POST", "/s")).startsWith("HTTP/1.1 200");
    }

    private static String answered(TestGateway gateway) {
        try {
            return ask(gateway, "POST", "/s");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TestGateway gateway(TestUpstream config) {
        return add(new TestGateway(config));
    }

    private Origin origin(Origin.Behaviour behaviour) {
        return add(new Origin(behaviour));
    }

    private URI nobody() {
        Origin gone = new Origin(WELL);
        gone.close();
        return gone.url();
    }

    private <T extends AutoCloseable> T add(T one) {
        open.add(one);
        return one;
    }

    private static void flood(RawHttp http) {
        try {
            byte[] bytes = new byte[64 * 1024];
            while (http.send(bytes)) {
                // until nobody wants more
            }
        } catch (IOException e) {
            // nor less
        }
    }

    /** Sends one request with a body of two bytes if its method has one. */
    static String ask(TestGateway gateway, String method, String path) throws IOException {
        String body = method.equals("GET") ? "\r\n" : "Content-Length: 2\r\n\r\n{}";
        return send(gateway, "%s %s HTTP/1.1\r\nHost: g\r\n%s".formatted(method, path, body));
    }

    private static String send(TestGateway gateway, String request) throws IOException {
        try (RawHttp http = new RawHttp(gateway.url())) {
            return http.send(request).answer();
        }
    }

    private static void assertProblem(String answer, int status, String code, String... headers) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"" + code + "\"");
        for (String header : headers) {
            assertThat(answer).contains(header);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
