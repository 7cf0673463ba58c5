package io.ymera.manager.callback;

import static io.ymera.manager.callback.TestReceiver.status;
import static io.ymera.manager.callback.TestReceiver.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.ymera.persistence.SecretCipher;
import io.ymera.testkit.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An attempt to deliver a callback, with receivers and name servers that mean no good. */
class CourierTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final byte[] SECRET = "a secret that is thirty-two long".getBytes(UTF_8);
    private static final byte[] OLD_SECRET = "the secret before, as long as it".getBytes(UTF_8);
    private static final InetAddress LOCAL = InetAddress.ofLiteral("127.0.0.1");

    /** Enough for an answer that comes, little for one that does not. */
    private static final Duration SOON = Duration.ofMillis(1_500);

    private final MutableClock clock = new MutableClock(NOW);
    private final List<Courier> couriers = new ArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();

    @AfterEach
    void close() {
        couriers.forEach(Courier::close);
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCallbackIsAsStandardWebhooksSays() throws Exception {
        try (var receiver = new TestReceiver(status(204))) {
            Parcel parcel = parcel("http://receiver.test:%d/hook?x=%%20".formatted(receiver.port()));

            Answer answer = deliver(local(TestSettings.local()), parcel);
            var request = receiver.next();

            assertThat(answer.isDelivered()).isTrue();
            assertThat(request.requestLine()).isEqualTo("POST /hook?x=%20 HTTP/1.1");
            assertThat(request.body()).isEqualTo(parcel.body());
            assertThat(request.headers())
                    .containsEntry("host", "receiver.test:" + receiver.port())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("webhook-id", parcel.id().toString())
                    .containsEntry("webhook-timestamp", "1800000000")
                    .containsEntry(
                            "webhook-signature",
                            Signature.header(parcel.id(), NOW, parcel.body().getBytes(UTF_8), List.of(SECRET)));
            assertThat(request.headers().keySet())
                    .containsExactlyInAnyOrder(
                            "host",
                            "connection",
                            "content-type",
                            "content-length",
                            "user-agent",
                            "webhook-id",
                            "webhook-timestamp",
                            "webhook-signature");
        }
    }

    @Test
    void forAWhileTheOldSecretSignsAsWell() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            Courier courier = local(TestSettings.local());
            String url = "http://receiver.test:" + receiver.port();
            var stored = stored(SECRET, OLD_SECRET, NOW.plusSeconds(1));

            deliver(courier, parcel(url, stored));
            clock.advance(Duration.ofSeconds(1));
            deliver(courier, parcel(url, stored));

            assertThat(receiver.next().headers().get("webhook-signature")).matches("v1,[^ ]{44} v1,[^ ]{44}");
            assertThat(receiver.next().headers().get("webhook-signature")).matches("v1,[^ ]{44}");
        }
    }

    @Test
    void withoutAReadableSecretNothingIsSent() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            byte[] foreign = new SecretCipher("cd".repeat(32), Keyring.PURPOSE).encrypt(SECRET, "ada");
            Parcel parcel = parcel("http://receiver.test:" + receiver.port(), new StoredSecrets(foreign, null, null));

            assertThat(deliver(local(TestSettings.local()), parcel).error()).isEqualTo(DeliveryError.NO_SECRET);
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void tlsGoesToTheCheckedAddressAndIsForTheName(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.of("receiver.test", folder);
        try (var receiver = new TestReceiver(certificate.serverSockets(), "127.0.0.1", status(200))) {
            Courier courier = courier(
                    TestSettings.local(),
                    host -> List.of(LOCAL),
                    new HttpClientOptions().setTrustOptions(certificate.trust()));

            Answer answer = deliver(courier, parcel("https://receiver.test:" + receiver.port()));

            assertThat(answer.error()).isNull();
            assertThat(receiver.next().sni()).isEqualTo("receiver.test");
            assertThat(deliver(courier, parcel("https://other.test:" + receiver.port()))
                            .error())
                    .isEqualTo(DeliveryError.TLS_FAILED);
            assertThat(deliver(local(TestSettings.local()), parcel("https://receiver.test:" + receiver.port()))
                            .error())
                    .isEqualTo(DeliveryError.TLS_FAILED);
            assertThat(receiver.waiting()).isZero();
        }
    }

    /** The first look-up is answered with the address of the receiver, later ones with something inside. */
    @Test
    void aNameIsLookedUpOnceAndTheConnectionGoesThere() throws Exception {
        try (var receiver = new TestReceiver(status(200));
                var inside = new TestReceiver(ServerSocketFactory.getDefault(), "127.0.0.2", status(200))) {
            Courier courier = courier(
                    TestSettings.local(),
                    host -> List.of(lookUps.getAndIncrement() == 0 ? LOCAL : InetAddress.ofLiteral("127.0.0.2")));

            Answer answer = deliver(courier, parcel("http://rebinding.test:" + receiver.port()));

            assertThat(answer.isDelivered()).isTrue();
            assertThat(lookUps).hasValue(1);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "::1",
                "fd00::1",
                "64:ff9b::7f00:1",
                "93.184.216.34 127.0.0.1",
                "127.0.0.1 93.184.216.34",
                "2606:4700::1111 fe80::1"
            })
    void aNameThatLeadsInsideIsRefusedWhateverElseItLeadsTo(String addresses) throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            Courier courier = courier(TestSettings.strict(), host -> List.of(addresses.split(" ")).stream()
                    .map(InetAddress::ofLiteral)
                    .toList());

            Answer answer = deliver(courier, parcel("https://inside.test:" + receiver.port()));

            assertThat(answer).isEqualTo(Answer.failed(DeliveryError.REFUSED_ADDRESS));
            assertThat(receiver.connections()).isZero();
        }
    }

    /** Such a URL is not taken; but the settings may have changed since, or somebody wrote it into the database. */
    @ParameterizedTest
    @ValueSource(strings = {"http://receiver.test", "https://127.0.0.1", "https://[::1]", "file:///etc/passwd", "x"})
    void aUrlIsLookedAtAgainBeforeItIsUsed(String url) {
        Courier courier = courier(TestSettings.strict(), host -> {
            lookUps.incrementAndGet();
            return List.of(LOCAL);
        });

        assertThat(deliver(courier, parcel(url)).error()).isEqualTo(DeliveryError.REFUSED_URL);
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void theNextAttemptGoesToTheNextAddress() throws Exception {
        try (var receiver = new TestReceiver(status(200))) {
            Courier courier = courier(TestSettings.local(), host -> List.of(InetAddress.ofLiteral("127.0.0.9"), LOCAL));
            Parcel first = parcel("http://receiver.test:" + receiver.port());
            Parcel second = new Parcel(
                    first.id(),
                    first.owner(),
                    first.host(),
                    first.url(),
                    first.body(),
                    2,
                    first.createdAt(),
                    first.secrets());

            assertThat(deliver(courier, first).error()).isEqualTo(DeliveryError.CONNECT_FAILED);
            assertThat(deliver(courier, second).isDelivered()).isTrue();
        }
    }

    @Test
    void anAddressInTheUrlIsUsedAsItIs() throws Exception {
        try (var receiver = new TestReceiver(ServerSocketFactory.getDefault(), "::1", status(200))) {
            Courier courier = courier(TestSettings.local(), host -> {
                throw new AssertionError("An address was looked up");
            });

            assertThat(deliver(courier, parcel("http://[::1]:%d/x".formatted(receiver.port())))
                            .error())
                    .isNull();
            assertThat(receiver.next().headers()).containsEntry("host", "[::1]:" + receiver.port());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,",
        "202,",
        "299,",
        "300, REDIRECTED",
        "304, REDIRECTED",
        "400, REFUSED_STATUS",
        "404, REFUSED_STATUS",
        "410, GONE",
        "429, REFUSED_STATUS",
        "500, REFUSED_STATUS",
        "599, REFUSED_STATUS",
        "999, REFUSED_STATUS"
    })
    void theStatusCounts(int status, DeliveryError error) throws Exception {
        try (var receiver = new TestReceiver(status(status))) {
            Answer answer = deliver(local(TestSettings.local()), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer).isEqualTo(new Answer(status, error, Duration.ZERO));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws Exception {
        try (var inside = new TestReceiver(status(200));
                var receiver =
                        new TestReceiver(status(status, "Location: http://127.0.0.1:%d/".formatted(inside.port())))) {
            Answer answer = deliver(local(TestSettings.local()), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer.error()).isEqualTo(DeliveryError.REDIRECTED);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "999999999, 999999999",
        "-5, 0",
        "99999999999999999999, 0",
        "soon, 0",
        "'Wed, 21 Oct 2099 07:28:00 GMT', 0"
    })
    void aReceiverMayAskForAPause(String retryAfter, long seconds) throws Exception {
        try (var receiver = new TestReceiver(status(503, "Retry-After: " + retryAfter))) {
            Answer answer = deliver(local(TestSettings.local()), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aReceiverThatNeverAnswersIsLeft() throws Exception {
        try (var receiver = new TestReceiver((connection, request) -> awaitEnd(connection))) {
            Answer answer = deliver(hasty(), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer).isEqualTo(Answer.failed(DeliveryError.TIMEOUT));
            receiver.awaitClosed();
        }
    }

    @Test
    void anAnswerWhoseHeadNeverEndsIsLeft() throws Exception {
        try (var receiver = new TestReceiver((connection, request) -> {
            write(connection, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; ; i++) {
                write(connection, "X-%d: y\r\n".formatted(i % 10));
                Thread.sleep(200);
            }
        })) {
            Answer answer = deliver(hasty(), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer).isEqualTo(Answer.failed(DeliveryError.TIMEOUT));
            receiver.awaitClosed();
        }
    }

    @Test
    void anAnswerThatNeverEndsIsOneAllTheSame() throws Exception {
        try (var receiver = new TestReceiver((connection, request) -> {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            while (true) {
                write(connection, "x");
                Thread.sleep(100);
            }
        })) {
            Answer answer = deliver(hasty(), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer.isDelivered()).isTrue();
            receiver.awaitClosed();
        }
    }

    @Test
    void ofALargeAnswerOnlyTheBeginningIsRead() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        String block = "x".repeat(64 * 1024);
        try (var receiver = new TestReceiver((connection, request) -> {
            write(connection, "HTTP/1.1 500 Oops\r\n\r\n");
            while (true) {
                write(connection, block);
                sent.incrementAndGet();
            }
        })) {
            Answer answer = deliver(local(TestSettings.local()), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer.statusCode()).isEqualTo(500);
            receiver.awaitClosed();
            // What does not fit into the buffers of two sockets was never taken
            assertThat(sent).hasValueLessThan(400);
        }
    }

    @Test
    void aHugeHeadIsRefused() throws Exception {
        try (var receiver = new TestReceiver((connection, request) -> {
            write(connection, "HTTP/1.1 200 OK\r\n");
            while (true) {
                write(connection, "X: " + "y".repeat(4_000) + "\r\n");
            }
        })) {
            Answer answer = deliver(local(TestSettings.local()), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer.isDelivered()).isFalse();
            assertThat(answer.statusCode()).isNull();
            receiver.awaitClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.9\r\n",
                "\u0000\u0001\u0002",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 -200 OK\r\n\r\n",
                "200\r\n\r\n",
                ""
            })
    void whatIsNoHttpIsNoAnswer(String text) throws Exception {
        try (var receiver = new TestReceiver((connection, request) -> write(connection, text))) {
            Answer answer = deliver(hasty(), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer.isDelivered()).isFalse();
            assertThat(answer.statusCode()).isNull();
        }
    }

    @Test
    void wordsBeforeTheAnswerAreNoAnswer() throws Exception {
        try (var receiver = new TestReceiver((connection, request) -> write(
                connection,
                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"))) {
            Answer answer = deliver(hasty(), parcel("http://receiver.test:" + receiver.port()));

            assertThat(answer.statusCode()).isEqualTo(202);
        }
    }

    @Test
    void nobodyThere() throws Exception {
        TestReceiver gone = new TestReceiver(status(200));
        gone.close();

        assertThat(deliver(local(TestSettings.local()), parcel("http://receiver.test:" + gone.port()))
                        .error())
                .isEqualTo(DeliveryError.CONNECT_FAILED);
    }

    @Test
    void namesThatLeadNowhere() {
        assertThat(deliver(
                                courier(TestSettings.local(), host -> {
                                    throw new UnknownHostException(host);
                                }),
                                parcel("http://nowhere.test"))
                        .error())
                .isEqualTo(DeliveryError.UNKNOWN_HOST);
        assertThat(deliver(courier(TestSettings.local(), host -> List.of()), parcel("http://nowhere.test"))
                        .error())
                .isEqualTo(DeliveryError.UNKNOWN_HOST);
        assertThat(deliver(
                                courier(TestSettings.local(), host -> {
                                    throw new IllegalStateException("broken");
                                }),
                                parcel("http://nowhere.test"))
                        .error())
                .isEqualTo(DeliveryError.INTERNAL);
    }

    @Test
    void aNameServerThatNeverAnswersIsLeft() {
        CountDownLatch end = new CountDownLatch(1);
        Courier courier = courier(TestSettings.local().withTotalTimeout(SOON), host -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of(LOCAL);
        });

        assertThat(deliver(courier, parcel("http://slow.test")).error()).isEqualTo(DeliveryError.TIMEOUT);
        end.countDown();
    }

    private static void awaitEnd(Socket connection) throws IOException {
        connection.getInputStream().read();
        throw new IOException("closed by the other side");
    }

    private Courier local(CallbackSettings settings) {
        return courier(settings, host -> List.of(LOCAL));
    }

    private Courier hasty() {
        return local(TestSettings.local().withTotalTimeout(SOON));
    }

    private Courier courier(CallbackSettings settings, NameResolver names) {
        return courier(settings, names, new HttpClientOptions());
    }

    private Courier courier(CallbackSettings settings, NameResolver names, HttpClientOptions options) {
        Courier courier = new Courier(VERTX, settings, names, new Keyring(settings, clock), clock, options);
        couriers.add(courier);
        return courier;
    }

    private static Answer deliver(Courier courier, Parcel parcel) {
        return courier.deliver(parcel).await().atMost(Duration.ofSeconds(30));
    }

    private static Parcel parcel(String url) {
        return parcel(url, new StoredSecrets(cipher().encrypt(SECRET, "ada"), null, null));
    }

    private static Parcel parcel(String url, StoredSecrets secrets) {
        return new Parcel(
                UUID.randomUUID(), "ada", "host", url, "{\"type\": \"task.completed\", \"ä\": 1}", 1, NOW, secrets);
    }

    private static StoredSecrets stored(byte[] current, byte[] previous, Instant until) {
        return new StoredSecrets(cipher().encrypt(current, "ada"), cipher().encrypt(previous, "ada"), until);
    }

    private static SecretCipher cipher() {
        return new SecretCipher(TestSettings.local().encryptionKey().orElseThrow(), Keyring.PURPOSE);
    }
}
