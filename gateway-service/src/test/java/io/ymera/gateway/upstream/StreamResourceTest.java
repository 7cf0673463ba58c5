package io.ymera.gateway.upstream;

import static io.restassured.RestAssured.given;
import static io.ymera.gateway.EchoUpstream.ID;
import static io.ymera.gateway.EchoUpstream.MODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamResourceTest {

    /** What ends a chunked body in good order. */
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    /** What a user may have. */
    private static final int SHARE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Test
    void aStreamOutlivesTheTimeLimitOfAnswers() {
        given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header(MODE, "stream")
                .get("/tasks/7/events")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .body(equalTo("data: first\n\ndata: second\n\n"));
    }

    @Test
    void aStreamBeginsBeforeThereIsSomethingToTell() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(request(TokenIssuer.shared().user(), "quiet").replace(": stream", ": quiet"));

            assertThat(http.answer()).startsWith("HTTP/1.1 200").contains("text/event-stream");
        }
    }

    @Test
    void aServiceHearsAtOnceThatTheClientIsGone() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(request(TokenIssuer.shared().user(), "gone"));
            assertThat(http.answer()).startsWith("HTTP/1.1 200").contains("text/event-stream");
        }

        awaitCompleted("gone");
    }

    @Test
    void aServiceHearsAtOnceThatNobodyWaitsForALongPollAnyMore() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(
                    "POST /agents/7/leases HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\nContent-Length: 2\r\n"
                                    .formatted(TokenIssuer.shared().service("agent"))
                            + "%s: silence\r\n%s: poll\r\n\r\n{}".formatted(MODE, ID));
            awaitCompleted("poll arrived");
        }

        awaitCompleted("poll gone");
    }

    @Test
    void aStreamEndsWithTheToken() throws IOException {
        String soonExpired = TokenIssuer.shared().user(Duration.ofSeconds(2));

        try (RawHttp http = new RawHttp(gateway)) {
            http.send(request(soonExpired, "expired"));
            String stream = http.answer() + http.rest();

            assertThat(stream)
                    .contains("data: first")
                    .doesNotContain("data: second")
                    .endsWith(LAST_CHUNK);
        }
    }

    @Test
    void aDownloadThatIsCutDoesNotLookWhole() throws IOException {
        String soonExpired = TokenIssuer.shared().user(Duration.ofSeconds(2));

        try (RawHttp http = new RawHttp(gateway)) {
            http.send(request(soonExpired, "download", "cut"));
            String download = http.answer() + http.rest();

            assertThat(download)
                    .contains("application/x-ndjson", "data: first")
                    .doesNotContain("data: second")
                    .doesNotContain(LAST_CHUNK);
        }
        awaitCompleted("cut");
    }

    @Test
    void aStreamEndsWithItsSession() throws IOException {
        String token = TokenIssuer.shared().user();

        try (RawHttp http = new RawHttp(gateway)) {
            http.send(request(token, "revoked"));
            String head = http.answer();
            TokenIssuer.shared().revoke(token);
            String stream = head + http.rest();

            assertThat(stream).contains("data: first").doesNotContain("data: second");
        }
        awaitCompleted("revoked");
        given().auth().oauth2(token).get("/tasks").then().statusCode(401);
    }

    @Test
    void aTokenThatExpiresBeforeTheStreamBeginsIsRefused() {
        given().auth()
                .oauth2(TokenIssuer.shared().user(Duration.ofSeconds(-1))) // clocks may differ by more than that
                .header(MODE, "silence")
                .get("/tasks/7/events")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void theHeadOfAStreamHasToComeInTime() {
        given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header(MODE, "silence")
                .get("/tasks/7/events")
                .then()
                .statusCode(504)
                .body("code", equalTo("upstream_timeout"));
    }

    @Test
    void nobodyTakesAllPlaces() throws IOException {
        String user = TokenIssuer.shared().user();
        List<RawHttp> open = new ArrayList<>();
        try {
            String answer;
            do {
                open.add(new RawHttp(gateway));
                answer = open.getLast().send(request(user, "quiet", "share")).answer();
            } while (answer.startsWith("HTTP/1.1 200") && open.size() <= SHARE);

            assertThat(answer).startsWith("HTTP/1.1 429").contains("too_many_requests");
            open.add(new RawHttp(gateway));
            assertThat(open.getLast()
                            .send(request(TokenIssuer.shared().admin(), "quiet", "share"))
                            .answer())
                    .startsWith("HTTP/1.1 200");
        } finally {
            for (RawHttp one : open) {
                one.close();
            }
        }
    }

    private static void awaitCompleted(String id) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!completed().contains(id)) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static String request(String token, String id) {
        return request(token, "stream", id);
    }

    private static String request(String token, String mode, String id) {
        return "GET /tasks/7/events HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s: %s\r\n%s: %s\r\n\r\n"
                .formatted(token, MODE, mode, ID, id);
    }

    private static String completed() {
        return given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header(MODE, "completed")
                .get("/tasks")
                .asString();
    }
}
