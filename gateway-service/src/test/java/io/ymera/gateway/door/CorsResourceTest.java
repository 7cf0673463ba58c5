package io.ymera.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.Upstream;
import io.ymera.gateway.door.Doors.OpenDoor;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts in browsers may do, by the origin that they come from. */
@QuarkusTest
class CorsResourceTest {

    private static final String OURS = "https://app.example.org";
    private static final String OTHER = "https://evil.example.org";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String ROUTES = "manager: {/tasks: {GET: users, POST: users}, /few: {GET: users, limit: few}}";

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Doors doors;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private OpenDoor door;

    /** Of one user; each has a limit of its own. */
    private final String token = TokenIssuer.shared().user();

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void openToOurs() throws IOException {
        door = openTo(OURS);
    }

    @AfterEach
    void close() {
        http.close();
        door.close();
    }

    @Test
    void aScriptOfAnAllowedOriginReadsTheAnswer() {
        HttpResponse<String> answer = send(from(OURS, "/tasks"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().allValues(ALLOWED)).containsExactly(OURS);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains("Location", "Retry-After", "X-Request-Id"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER,
                "null",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org.evil.example"
            })
    void aScriptOfAnotherOriginReadsNothing(String origin) {
        HttpResponse<String> answer = send(from(origin, "/tasks"));

        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void aPreflightOfAnAllowedOriginIsAnsweredWithoutAToken() {
        HttpResponse<String> answer = send(preflight(OURS));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues(ALLOWED)).containsExactly(OURS);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(names -> assertThat(names).contains("Authorization", "Content-Type"));
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).hasValue("600");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void aPreflightOfAnotherOriginGetsNoPermission() {
        HttpResponse<String> answer = send(preflight(OTHER));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void withAStarAllOriginsAreAllowed() throws IOException {
        try (OpenDoor open = openTo("*")) {
            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(open.url().resolve("/openapi.json")).header("Origin", OTHER));

            assertThat(answer.headers().allValues(ALLOWED)).containsExactly("*");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/tasks, 401", "/nowhere, 404"})
    void errorsCanBeReadToo(String path, int status) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(door.url().resolve(path)).header("Origin", OURS));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertMayBeRead(answer);
    }

    @Test
    void whoHasAskedTooOftenCanReadWhenToComeBack() {
        // Not always the second: the gateway counts by itself until Redis is known to be there
        Upstream.await(() -> send(from(OURS, "/few")).statusCode() == 429);

        HttpResponse<String> answer = send(from(OURS, "/few"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertMayBeRead(answer);
    }

    @Test
    void ourOwnAnswersVaryWithTheOriginBesideTheEncoding() {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(door.url().resolve("/openapi.json")).header("Origin", OURS));

        assertThat(answer.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
        assertMayBeRead(answer);
    }

    private static void assertMayBeRead(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues(ALLOWED)).containsExactly(OURS);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).isPresent();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    private OpenDoor openTo(String origin) throws IOException {
        return doors.openTo(origin, Files.writeString(folder.resolve("routes.yaml"), ROUTES));
    }

    private HttpRequest.Builder preflight(String origin) {
        return HttpRequest.newBuilder(door.url().resolve("/tasks"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type");
    }

    private HttpRequest.Builder from(String origin, String path) {
        return HttpRequest.newBuilder(door.url().resolve(path))
                .header("Origin", origin)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
