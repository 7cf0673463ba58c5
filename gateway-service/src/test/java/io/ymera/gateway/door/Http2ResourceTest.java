package io.ymera.gateway.door;

import static io.ymera.gateway.EchoUpstream.ID;
import static io.ymera.gateway.door.RawHttp2.DATA;
import static io.ymera.gateway.door.RawHttp2.END_HEADERS;
import static io.ymera.gateway.door.RawHttp2.END_STREAM;
import static io.ymera.gateway.door.RawHttp2.GO_AWAY;
import static io.ymera.gateway.door.RawHttp2.HEADERS;
import static io.ymera.gateway.door.RawHttp2.RST_STREAM;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.Upstream;
import io.ymera.gateway.door.Doors.OpenDoor;
import io.ymera.gateway.door.RawHttp2.Frame;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP/2 forbids, and what it makes cheap for those who attack. */
@QuarkusTest
class Http2ResourceTest {

    private static final int MANY = 10_000;
    private static final byte[] CANCEL = {0, 0, 0, 8};

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all
    private static DoorConfig.TlsConfig files;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Doors doors;

    @SuppressWarnings("NullAway.Init") // set before each
    private OpenDoor door;

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void makeCertificate() throws Exception {
        files = TestCertificate.create(folder, "door", "EC").in(folder);
    }

    @BeforeEach
    void open() {
        door = doors.open(config -> config.withTls(files));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aProperRequestIsServed() throws IOException {
        assertThat(ask(":method GET", ":scheme https", ":authority gateway", ":path /tasks")
                        .type())
                .isEqualTo(HEADERS);
        assertThat(Upstream.completed()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Pseudo-headers: missing, twice, unknown, of answers, after others
                ":scheme https|:authority gateway|:path /tasks",
                ":method GET|:scheme https|:authority gateway",
                ":method GET|:authority gateway|:path /tasks",
                ":method GET|:method GET|:scheme https|:authority gateway|:path /tasks",
                ":method GET|:scheme https|:authority gateway|:path /tasks|:path /agents",
                ":method GET|:scheme https|:authority gateway|:path /tasks|:status 200",
                ":method GET|:scheme https|:authority gateway|:path /tasks|:unknown x",
                ":method GET|:scheme https|:authority gateway|x-before y|:path /tasks",
                // A request within a request
                ":method GET /tasks HTTP/1.1|:scheme https|:authority gateway|:path /tasks",
                ":method GET|:scheme https|:authority gateway|:path /tasks HTTP/1.1\r\nX-Injected: y",
                ":method GET|:scheme https|:authority gateway|:path ",
                ":method GET|:scheme https|:authority gateway|:path tasks",
                ":method GET|:scheme https|:authority gateway|:path /tasks?a b",
                // What belongs to a connection of HTTP/1.1
                ":method POST|:scheme https|:authority gateway|:path /tasks|transfer-encoding chunked",
                ":method GET|:scheme https|:authority gateway|:path /tasks|connection keep-alive",
                ":method GET|:scheme https|:authority gateway|:path /tasks|upgrade websocket",
                ":method GET|:scheme https|:authority gateway|:path /tasks|te gzip",
                // Headers that are no headers
                ":method GET|:scheme https|:authority gateway|:path /tasks|X-Upper y",
                ":method GET|:scheme https|:authority gateway|:path /tasks|x-crlf a\r\nx-injected: y",
                ":method GET|:scheme https|:authority gateway|:path /tasks|x-nul a\u0000b",
                ":method GET|:scheme https|:authority gateway|:path /tasks|x\r\ny z",
                ":method GET|:scheme https|:authority gateway|:path /tasks|x:y z",
                // Lengths
                ":method POST|:scheme https|:authority gateway|:path /tasks|content-length -1",
                ":method POST|:scheme https|:authority gateway|:path /tasks|content-length +0",
                ":method POST|:scheme https|:authority gateway|:path /tasks|content-length x",
                ":method POST|:scheme https|:authority gateway|:path /tasks|content-length 5, 5",
                ":method POST|:scheme https|:authority gateway|:path /tasks|content-length 99999999999999999999",
                ":method POST|:scheme https|:authority gateway|:path /tasks|content-length 5",
                ":method POST|:scheme https|:authority gateway|:path /tasks|content-length 0|content-length 1",
                // Others
                ":method GET|:scheme https|:authority evil|:path /tasks",
                ":method GET|:scheme https|:authority user@gateway|:path /tasks",
                ":method CONNECT|:authority gateway:80"
            })
    void whatIsForbiddenReachesNoService(String head) throws IOException {
        Frame verdict = ask(head.split("\\|", -1));

        assertThat(verdict.isOk() || verdict.isOurFault())
                .as(verdict.toString())
                .isFalse();
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "3"})
    void aBodyOfAnotherLengthReachesNoServiceAsAWhole(String said) throws IOException {
        try (RawHttp2 http = new RawHttp2(door.url())) {
            http.send(
                    HEADERS,
                    END_HEADERS,
                    1,
                    head(
                            ":method POST",
                            ":scheme https",
                            ":authority gateway",
                            ":path /tasks",
                            "content-length " + said));
            http.send(DATA, END_STREAM, 1, "hello".getBytes(US_ASCII));

            assertThat(http.verdict().type()).isIn(RST_STREAM, GO_AWAY);
        }
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        Frame verdict =
                ask(":method GET", ":scheme https", ":authority gateway", ":path /tasks", "x " + "y".repeat(16_000));

        assertThat(verdict.isOk()).isFalse();
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @Test
    void headersWithoutAnEndEndTheConnection() throws IOException {
        try (RawHttp2 http = new RawHttp2(door.url())) {
            http.send(HEADERS, 0, 1, head(":method GET", ":scheme https", ":authority gateway", ":path /tasks"));
            int sent = 0;
            while (sent < MANY && http.send(RawHttp2.CONTINUATION, 0, 1, RawHttp2.headers("x", "y".repeat(1_000)))) {
                sent++;
            }

            assertThat(http.verdict().type()).isEqualTo(GO_AWAY);
        }
    }

    /** CVE-2023-44487: each request costs us more than its reset costs the client. */
    @Test
    void whoTakesBackRequestAfterRequestIsSentAway() throws IOException {
        byte[] head = head(":method GET", ":scheme https", ":authority gateway", ":path /tasks");
        try (RawHttp2 http = new RawHttp2(door.url())) {
            int stream = 1;
            while (stream < MANY
                    && http.send(HEADERS, END_HEADERS | END_STREAM, stream, head)
                    && http.send(RST_STREAM, 0, stream, CANCEL)) {
                stream += 2;
            }
            Frame last = http.verdict();
            while (last.type() != GO_AWAY) {
                last = http.verdict();
            }
        }
        Upstream.await(() -> doors.requestsUnderWay() == 0);
    }

    private Frame ask(String... lines) throws IOException {
        try (RawHttp2 http = new RawHttp2(door.url())) {
            http.send(HEADERS, END_HEADERS | END_STREAM, 1, head(lines));
            return http.verdict();
        }
    }

    private byte[] head(String... lines) {
        List<String> headers = new ArrayList<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            headers.add(line.substring(0, space));
            headers.add(line.substring(space + 1));
        }
        headers.addAll(
                List.of("authorization", "Bearer " + TokenIssuer.shared().user(), ID.toLowerCase(Locale.ROOT), id));
        return RawHttp2.headers(headers.toArray(String[]::new));
    }
}
