package io.ymera.gateway.upstream;

import static io.restassured.RestAssured.given;
import static io.ymera.gateway.EchoUpstream.ID;
import static io.ymera.gateway.EchoUpstream.MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitResourceTest {

    private static final int LIMIT = 10 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Test
    void aBodyOfTheLimitGoesThrough() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head("at-limit") + "Content-Length: " + LIMIT + "\r\n\r\n")
                    .send(new byte[LIMIT]);

            assertThat(http.answer()).startsWith("HTTP/1.1 201").contains("\"body_bytes\":" + LIMIT);
        }
    }

    @Test
    void anAnnouncedOversizedBodyIs413BeforeItIsSent() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head("announced") + "Content-Length: " + (LIMIT + 1) + "\r\n\r\n");

            assertThat(http.answer()).startsWith("HTTP/1.1 413").contains("\"code\":\"body_too_large\"");
        }
        assertThat(completed()).doesNotContain("announced");
    }

    @Test
    void aChunkedBodyWithinTheLimitGoesThrough() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head("chunked") + "Transfer-Encoding: chunked\r\n\r\n");
            sendChunks(http, LIMIT);
            http.send("0\r\n\r\n");

            assertThat(http.answer()).startsWith("HTTP/1.1 201").contains("\"body_bytes\":" + LIMIT);
        }
        assertThat(completed()).contains("chunked");
    }

    @Test
    void aChunkedOversizedBodyIs413AndNeverArrivesAsAWhole() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head("oversized") + "Transfer-Encoding: chunked\r\n\r\n");
            sendChunks(http, LIMIT + CHUNK);
            http.send("0\r\n\r\n");

            assertThat(http.answer()).startsWith("HTTP/1.1 413").contains("\"code\":\"body_too_large\"");
        }
        assertThat(completed()).doesNotContain("oversized");
    }

    @Test
    void aConnectionSurvivesARefusedBody() throws IOException {
        String noToken = "POST /tasks HTTP/1.1\r\nHost: gateway\r\nContent-Length: 5\r\n\r\nhello";
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(noToken);
            assertThat(http.answer()).startsWith("HTTP/1.1 401");

            http.send(noToken);

            assertThat(http.answer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void aClientThatWaitsForTheGoAheadGetsIt() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head("expect") + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(http.answer()).startsWith("HTTP/1.1 100");

            http.send("hello");

            assertThat(http.answer()).startsWith("HTTP/1.1 201").contains("\"body_bytes\":5");
        }
    }

    private static void sendChunks(RawHttp http, int bytes) throws IOException {
        byte[] size = (Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] data = new byte[CHUNK + 2];
        data[CHUNK] = '\r';
        data[CHUNK + 1] = '\n';
        for (int sent = 0; sent < bytes; sent += CHUNK) {
            if (!http.send(size) || !http.send(data)) {
                return;
            }
        }
    }

    private static String head(String id) {
        return "POST /tasks HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                + TokenIssuer.shared().user() + "\r\n" + ID + ": " + id + "\r\n";
    }

    private static String completed() {
        return given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header(MODE, "completed")
                .get("/tasks")
                .asString();
    }
}
