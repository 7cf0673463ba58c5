package io.ymera.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "keep-alive",
                "TE",
                "Trailer",
                "Upgrade",
                "Proxy-Authorization",
                "Expect",
                "Forwarded",
                "X-Forwarded-For",
                "X-FORWARDED-HOST",
                "X-Real-IP",
                "X-User-Id",
                "X-Ymera-Role",
                "X-HTTP-Method-Override"
            })
    void aServiceDoesNotHear(String name) {
        headers.add(name, "admin").add(name, "twice");

        Headers.cleanInward(headers, false);

        assertThat(headers.names()).isEmpty();
    }

    @Test
    void aServiceHearsTheRest() {
        headers.add("Authorization", "Bearer x")
                .add("Content-Type", "application/json")
                .add("Idempotency-Key", "k")
                .add("Last-Event-ID", "7");

        Headers.cleanInward(headers, false);

        assertThat(headers.names())
                .containsExactlyInAnyOrder("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID");
    }

    @Test
    void whatConnectionNamesBelongsToThisHop() {
        headers.add("Connection", "close, X-Hop")
                .add("Connection", "x-other")
                .add("X-Hop", "1")
                .add("X-Other", "1");

        Headers.cleanInward(headers, false);

        assertThat(headers.names()).isEmpty();
    }

    @Test
    void connectionCannotNameTheFraming() {
        headers.add("Connection", "Content-Length, , Transfer-Encoding").add("Content-Length", "1");

        Headers.cleanInward(headers, false);

        assertThat(headers.names()).containsExactly("Content-Length");
    }

    @Test
    void aClientHearsOnlyWhatItMay() {
        headers.add("Content-Type", "a/b")
                .add("Idempotent-Replayed", "true")
                .add("Retry-After", "7")
                .add("Server", "x")
                .add("X-Internal", "10.0.0.1")
                .add("Set-Cookie", "a=b");

        Headers.cleanOutward(headers, URI.create("http://manager:8002"), false);

        assertThat(headers.names()).containsExactlyInAnyOrder("Content-Type", "Idempotent-Replayed", "Retry-After");
    }

    @Test
    void aLocationAtTheServiceBecomesAPath() {
        headers.add("Location", "http://manager:8002/tasks/1");

        Headers.cleanOutward(headers, URI.create("http://manager:8002"), false);

        assertThat(headers.get("Location")).isEqualTo("/tasks/1");
    }

    @Test
    void cookiesGoThroughWhereTheyAreOfUse() {
        MultiMap inward =
                MultiMap.caseInsensitiveMultiMap().add("Cookie", "a=b").add("X-API-Key", "ymk_secret");
        MultiMap outward = MultiMap.caseInsensitiveMultiMap().add("Set-Cookie", "a=b");

        Headers.cleanInward(inward, true);
        Headers.cleanOutward(outward, URI.create("http://auth:8003"), true);

        assertThat(inward.names()).containsExactly("Cookie");
        assertThat(outward.names()).containsExactly("Set-Cookie");
    }

    @Test
    void cookiesStayOutsideElsewhere() {
        MultiMap inward = MultiMap.caseInsensitiveMultiMap().add("Cookie", "a=b");
        MultiMap outward = MultiMap.caseInsensitiveMultiMap().add("Set-Cookie", "a=b");

        Headers.cleanInward(inward, false);
        Headers.cleanOutward(outward, URI.create("http://auth:8003"), false);

        assertThat(inward.isEmpty()).isTrue();
        assertThat(outward.isEmpty()).isTrue();
    }

    @Test
    void anotherPlaceToGoIsNotTouched() {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().add("Location", "https://accounts.example/authorize?client_id=1");

        Headers.cleanOutward(headers, URI.create("http://auth:8003"), true);

        assertThat(headers.get("Location")).isEqualTo("https://accounts.example/authorize?client_id=1");
    }
}
