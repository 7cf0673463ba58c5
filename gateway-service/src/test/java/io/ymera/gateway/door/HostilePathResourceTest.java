package io.ymera.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that one server reads as another; with a user's token, so that reaching an administrator's route would show. */
@QuarkusTest
class HostilePathResourceTest {

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "agents",
                "/tasks/../agents",
                "/tasks/%2e%2e/agents",
                "/tasks/%2E./agents",
                "/tasks/..%2fagents",
                "/tasks/..;/agents",
                "/tasks;/agents",
                "/agents;x=y",
                "/agents%3bx",
                "//agents",
                "/api/v1//agents",
                "/api/v1/../agents",
                "/./agents",
                "/%61gents",
                "/agents%2f7",
                "/agents\\7",
                "/tasks\\..\\agents",
                "/agents%00",
                "/agents%0d%0aX:y",
                "/%2e/agents",
                "/health/../agents",
                "/health;/agents",
                "//health",
                "/%68ealth",
                "/health/%2e%2e/metrics",
                "/metrics;x",
                "http://gateway/agents",
                "http://elsewhere/agents"
            })
    void isRefused(String target) throws IOException {
        String answer = ask("GET " + target + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/AGENTS/", "/agents/", "/q", "/q/health", "/q/dev", "/metrics", "/index.html", "/api/v1/health"
            })
    void isNotThere(String target) throws IOException {
        String answer = ask("GET " + target + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "FOO"})
    void otherMethodsAre405(String method) throws IOException {
        String answer = ask(method + " /agents HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 405").containsIgnoringCase("Allow: GET, HEAD, OPTIONS, POST");
    }

    @Test
    void optionsAreTold() throws IOException {
        String answer = ask("OPTIONS /agents HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 204").containsIgnoringCase("Allow: GET, HEAD, OPTIONS, POST");
    }

    @Test
    void http10IsRefused() throws IOException {
        assertThat(ask("GET /tasks HTTP/1.0")).contains(" 400 ");
    }

    @Test
    void anOverlongHeadIsRefused() throws IOException {
        String answer = ask("GET /tasks HTTP/1.1\r\nX-Long: " + "x".repeat(100_000));

        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    @Test
    void anOverlongPathIsRefused() throws IOException {
        String answer = ask("GET /tasks/" + "x".repeat(2_000) + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void aRefusalIsAProblem() {
        given().urlEncodingEnabled(false)
                .get("/tasks/%2e%2e/agents")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed_request"));
    }

    private String ask(String requestLine) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(requestLine + "\r\nHost: gateway\r\nAuthorization: Bearer "
                    + TokenIssuer.shared().user() + "\r\n\r\n");
            return http.answer();
        }
    }
}
