package io.ymera.gateway.door;

import static io.ymera.gateway.EchoUpstream.ID;
import static io.ymera.gateway.EchoUpstream.LARGE;
import static io.ymera.gateway.EchoUpstream.MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.gateway.Upstream;
import io.ymera.gateway.door.Doors.OpenDoor;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door with a certificate, and how that is replaced. */
@QuarkusTest
class TlsResourceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path made;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TestCertificate first;

    @SuppressWarnings("NullAway.Init") // set before all
    private static TestCertificate second;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Doors doors;

    @SuppressWarnings("NullAway.Init") // set before each
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private DoorConfig.TlsConfig files;

    @BeforeAll
    static void makeCertificates() throws Exception {
        first = TestCertificate.create(made, "first", "EC");
        second = TestCertificate.create(made, "second", "RSA");
    }

    @BeforeEach
    void useTheFirst() throws IOException {
        folder = Files.createTempDirectory(made, "door");
        files = first.in(folder);
    }

    @Test
    void speaksHttp2WithBodies() throws Exception {
        try (OpenDoor door = open();
                HttpClient client = TlsClient.http()) {
            HttpResponse<String> answer = client.send(
                    request(door, "")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[LARGE]))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).contains("\"body_bytes\":" + LARGE);
        }
    }

    @Test
    void speaksHttp2WithLargeAnswers() throws Exception {
        try (OpenDoor door = open();
                HttpClient client = TlsClient.http()) {
            HttpResponse<byte[]> answer = client.send(request(door, "large").build(), BodyHandlers.ofByteArray());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).hasSize(LARGE);
        }
    }

    @Test
    void speaksHttp11WithWhoAsksForIt() throws Exception {
        try (OpenDoor door = open();
                HttpClient client = TlsClient.http()) {
            HttpResponse<String> answer = client.send(
                    request(door, "").version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }

    /** Connections are put together in another way than without TLS. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n100000005\r\nhello\r\n0\r\n\r\n"
            })
    void whatIsDoubtfulIsRefusedAndNothingBehindItIsRead(String attack) throws IOException {
        String id = UUID.randomUUID().toString();
        String head = "POST /tasks HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n%s: %s\r\n"
                .formatted(TokenIssuer.shared().user(), ID, id);
        String all;
        try (OpenDoor door = open();
                SSLSocket socket = TlsClient.connect(door.url(), "http/1.1")) {
            all = TlsClient.askForAll(socket, head + attack + head + "Content-Length: 0\r\n\r\n");
        }

        assertThat(all).doesNotContain("HTTP/1.1 2");
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    /** A hello that knows nothing newer than TLS 1.1; the answer is the alert protocol_version (RFC 5246, section 7.2). */
    @Test
    void oldVersionsOfTlsAreRefused() throws IOException {
        String hello = "1603010037010000330302" + "00".repeat(33) + "000cc009c00ac013c014002f00350100";
        try (OpenDoor door = open();
                RawHttp http = new RawHttp(door.url())) {
            http.send(HexFormat.of().parseHex(hello));

            assertThat(http.rest()).startsWith("\u0015\u0003").contains("\u0002F");
        }
    }

    @Test
    void plainHttpIsRefused() throws IOException {
        try (OpenDoor door = open();
                RawHttp http = new RawHttp(door.url())) {
            http.send("GET /health HTTP/1.1\r\nHost: gateway\r\n\r\n");

            assertThat(http.rest()).doesNotContain("HTTP/");
        }
    }

    @Test
    void anotherCertificateIsForNewConnectionsAndOldOnesGoOn() throws Exception {
        try (OpenDoor door = open();
                SSLSocket old = TlsClient.connect(door.url(), "http/1.1");
                HttpClient client = TlsClient.http()) {
            assertThat(TlsClient.name(old)).isEqualTo("CN=first");

            second.in(folder);
            Upstream.await(() -> nameAt(door).equals("CN=second"));

            assertThat(TlsClient.ask(old, "GET /health HTTP/1.1\r\nHost: gateway\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            HttpResponse<String> answer = client.send(request(door, "").build(), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
    }

    private OpenDoor open() {
        return doors.open(config -> config.withTls(files));
    }

    private static HttpRequest.Builder request(OpenDoor door, String mode) {
        return HttpRequest.newBuilder(door.url().resolve("/tasks"))
                .header("Authorization", "Bearer " + TokenIssuer.shared().user())
                .header(MODE, mode);
    }

    private static String nameAt(OpenDoor door) {
        try (SSLSocket socket = TlsClient.connect(door.url(), "http/1.1")) {
            return TlsClient.name(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
