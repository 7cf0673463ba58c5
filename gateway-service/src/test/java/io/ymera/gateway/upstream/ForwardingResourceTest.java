package io.ymera.gateway.upstream;

import static io.restassured.RestAssured.given;
import static io.ymera.gateway.EchoUpstream.MODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForwardingResourceTest {

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @ParameterizedTest
    @ValueSource(strings = {"/tasks", "/api/v1/tasks"})
    void forwardsUnderTheUnversionedPath(String path) {
        Response response = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TokenIssuer.shared().user())
                .body("hello")
                .post(path + "?a=%2F&b");

        response.then()
                .statusCode(201)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/tasks?a=%2F&b"))
                .body("body_bytes", equalTo(5))
                .body("headers.authorization", startsWith("Bearer "));
    }

    @Test
    void aServiceHearsNoClaimsAndTheTrace() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

        Response response = given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header("X-User-Id", "root")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .header("X-Real-IP", "203.0.113.7")
                .header("X-API-Version", "1")
                .cookie("session", "client")
                .header("Connection", "X-Hop")
                .header("X-Hop", "1")
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .get("/tasks");

        response.then()
                .header("X-Request-Id", equalTo(traceId))
                .body("headers.traceparent", startsWith("00-" + traceId))
                .body("headers.traceparent", not(equalTo("00-" + traceId + "-00f067aa0ba902b7-01")))
                .body("headers.x-user-id", nullValue())
                // Who is connected, and not who somebody says it is
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.cookie", nullValue())
                .body("headers.x-hop", nullValue());
    }

    @Test
    void aClientHearsNothingOfTheService() {
        Response response = user("").get("/tasks");

        assertThat(response.headers().asList())
                .extracting(Header::getName)
                .doesNotContain("Server", "X-Powered-By", "X-Internal-Address", "Set-Cookie");
        assertThat(response.header("Location")).isEqualTo("/tasks/1");
        assertThat(response.headers().getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Strict-Transport-Security")).isNotBlank();
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aStackTraceStaysInside() {
        Response response = user("stack-trace").get("/tasks");

        assertProblem(response, 502, "upstream_failed");
        assertThat(response.asString() + response.statusLine()).doesNotContain("Secret", "127.0.0.1");
    }

    @Test
    void aServicesOwnProblemGoesThrough() {
        Response response = user("problem").get("/tasks");

        assertProblem(response, 503, "overloaded");
        assertThat(response.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void aSilentServiceIs504() {
        Response response = user("silence").get("/tasks");

        assertProblem(response, 504, "upstream_timeout");
    }

    @Test
    void aServiceThatHangsUpIs502() {
        Response response = user("hang-up").body("{}").post("/tasks");

        assertProblem(response, 502, "upstream_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/register", "/api/v1/auth/token"})
    void aServiceThatIsDownIs503AndNobodyIsAskedForAToken(String path) {
        Response response = given().body("{}").post(path);

        assertProblem(response, 503, "unavailable");
        assertThat(response.header("Retry-After")).isNotBlank();
        assertThat(response.asString()).doesNotContain("127.0.0.1", "Connection");
    }

    @Test
    void halfAnAnswerIsNotTakenForAWhole() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/tasks"))
                .header("Authorization", "Bearer " + TokenIssuer.shared().user())
                .header(MODE, "half")
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void healthIsTheGatewaysOwnAndMetricsAreNot() {
        for (String path : List.of("/health", "/health/live", "/health/ready")) {
            given().get(path).then().statusCode(200).header("X-Frame-Options", equalTo("DENY"));
        }
        assertProblem(given().get("/metrics"), 404, "not_found");
        assertProblem(given().get("/q/metrics"), 404, "not_found");
    }

    private static RequestSpecification user(String mode) {
        return given().auth().oauth2(TokenIssuer.shared().user()).header(MODE, mode);
    }

    private static void assertProblem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        response.then().contentType("application/problem+json").body("code", equalTo(code));
    }
}
