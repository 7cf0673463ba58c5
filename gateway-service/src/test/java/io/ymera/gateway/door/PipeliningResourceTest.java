package io.ymera.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.testkit.TokenIssuer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Clients that send ahead, and do not read what they are sent. */
@QuarkusTest
class PipeliningResourceTest {

    private static final String NOTHING = "GET /nothing HTTP/1.1\r\nHost: gateway\r\n\r\n";
    private static final String LARGE = "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: gateway\r\n\r\n";
    private static final int PINGS = 400_000;
    private static final int PING_BYTES = 125;

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Test
    void answersComeInTheOrderOfTheRequests() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(echo("first") + NOTHING + echo("second") + NOTHING);

            assertThat(http.answer()).startsWith("HTTP/1.1 201").contains("/tasks?first");
            assertThat(http.answer()).startsWith("HTTP/1.1 404");
            assertThat(http.answer()).startsWith("HTTP/1.1 201").contains("/tasks?second");
            assertThat(http.answer()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void someMayWaitBehindAnother() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(echo("first") + NOTHING.repeat(50));

            assertThat(http.answer()).startsWith("HTTP/1.1 201");
            for (int i = 0; i < 50; i++) {
                assertThat(http.answer()).startsWith("HTTP/1.1 404");
            }
        }
    }

    @Test
    void whoeverSendsTooMuchAheadIsHungUpOn() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(echo("first") + NOTHING.repeat(3_000));

            awaitTheEnd(http);
        }
        theDoorIsOpen();
    }

    @Test
    void whoeverAsksForMuchAndReadsNothingIsHungUpOn() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(LARGE.repeat(2_000));

            awaitTheEnd(http);
        }
        theDoorIsOpen();
    }

    /** What is not read is not answered, or the answers would fill the memory. */
    @Test
    void pingsOfWhoDoesNotReadAreNotAnswered() throws IOException {
        byte[] ping = new byte[6 + PING_BYTES];
        ping[0] = (byte) 0x89;
        ping[1] = (byte) (0x80 | PING_BYTES);
        ByteArrayOutputStream thousand = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            thousand.writeBytes(ping);
        }
        try (RawHttp http = new RawHttp(gateway)) {
            http.send("GET /ws HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\nConnection: Upgrade\r\n"
                            .formatted(TokenIssuer.shared().user())
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertThat(http.answer()).startsWith("HTTP/1.1 101");
            for (int i = 0; i < PINGS / 1_000; i++) {
                assertThat(http.send(thousand.toByteArray())).isTrue();
            }
            byte[] close = Arrays.copyOf(new byte[] {(byte) 0x88, (byte) 0x80}, 6);
            http.send(close);

            assertThat(http.rest().length()).isLessThan(PINGS * PING_BYTES / 2);
        }
    }

    /** Fails if nothing comes for long, neither an answer nor the end. */
    private static void awaitTheEnd(RawHttp http) throws IOException {
        try {
            http.rest();
        } catch (SocketException reset) {
            // That is an end, too
            return;
        }
    }

    private void theDoorIsOpen() {
        given().get("/health/live").then().statusCode(200);
    }

    private static String echo(String query) {
        return "GET /tasks?%s HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(query, TokenIssuer.shared().user());
    }
}
