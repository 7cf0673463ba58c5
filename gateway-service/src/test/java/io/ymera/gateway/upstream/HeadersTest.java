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
                "X-HTTP-Method-Override",
                "X-API-Key",
                "traceparent",
                "True-Client-IP"
            })
    void aServiceDoesNotHear(String name) {
        headers.add(name, "admin").add(name, "twice");

        MultiMap heard = inward(headers, false);

        assertThat(heard.names()).isEmpty();
    }

    @Test
    void aServiceHearsTheRest() {
        headers.add("Authorization", "Bearer x")
                .add("Content-Type", "application/json")
                .add("Idempotency-Key", "k")
                .add("Last-Event-ID", "7");

        MultiMap heard = inward(headers, false);

        assertThat(heard.names())
                .containsExactlyInAnyOrder("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID");
    }

    @Test
    void whatConnectionNamesBelongsToThisHop() {
        headers.add("Connection", "close, X-Hop")
                .add("Connection", "x-other")
                .add("X-Hop", "1")
                .add("X-Other", "1");

        MultiMap heard = inward(headers, false);

        assertThat(heard.names()).isEmpty();
    }

    /** How long the body is, and for whom it is, we say anew. */
    @Test
    void theFramingIsNotCopied() {
        headers.add("Content-Length", "1").add("Transfer-Encoding", "chunked").add("Host", "x");

        MultiMap heard = inward(headers, false);

        assertThat(heard.isEmpty()).isTrue();
    }

    /** As HTTP/2 may have them. */
    @Test
    void cookiesBecomeOneHeader() {
        headers.add("Cookie", "a=b").add("Cookie", "c=d");

        MultiMap heard = inward(headers, true);

        assertThat(heard.getAll("Cookie")).containsExactly("a=b; c=d");
    }

    @Test
    void aClientHearsOnlyWhatItMay() {
        headers.add("Content-Type", "a/b")
                .add("Idempotent-Replayed", "true")
                .add("Retry-After", "7")
                .add("Server", "x")
                .add("X-Internal", "10.0.0.1")
                .add("Set-Cookie", "a=b");

        MultiMap heard = outward(headers, URI.create("http://manager:8002"), false);

        assertThat(heard.names()).containsExactlyInAnyOrder("Content-Type", "Idempotent-Replayed", "Retry-After");
    }

    @Test
    void aLocationAtTheServiceBecomesAPath() {
        headers.add("Location", "http://manager:8002/tasks/1");

        MultiMap heard = outward(headers, URI.create("http://manager:8002"), false);

        assertThat(heard.get("Location")).isEqualTo("/tasks/1");
    }

    @Test
    void cookiesGoThroughWhereTheyAreOfUse() {
        MultiMap inward =
                MultiMap.caseInsensitiveMultiMap().add("Cookie", "a=b").add("X-API-Key", "ymk_secret");
        MultiMap outward = MultiMap.caseInsensitiveMultiMap().add("Set-Cookie", "a=b");

        assertThat(inward(inward, true).names()).containsExactlyInAnyOrder("cookie");
        assertThat(outward(outward, URI.create("http://auth:8003"), true).names())
                .containsExactly("Set-Cookie");
    }

    @Test
    void cookiesStayOutsideElsewhere() {
        MultiMap inward = MultiMap.caseInsensitiveMultiMap().add("Cookie", "a=b");
        MultiMap outward = MultiMap.caseInsensitiveMultiMap().add("Set-Cookie", "a=b");

        assertThat(inward(inward, false).isEmpty()).isTrue();
        assertThat(outward(outward, URI.create("http://auth:8003"), false).isEmpty())
                .isTrue();
    }

    @Test
    void anotherPlaceToGoIsNotTouched() {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().add("Location", "https://accounts.example/authorize?client_id=1");

        MultiMap heard = outward(headers, URI.create("http://auth:8003"), true);

        assertThat(heard.get("Location")).isEqualTo("https://accounts.example/authorize?client_id=1");
    }

    private static MultiMap inward(MultiMap from, boolean cookies) {
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        Headers.copyInward(from, to, cookies);
        return to;
    }

    private static MultiMap outward(MultiMap from, URI service, boolean cookies) {
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        Headers.copyOutward(from, to, service, cookies);
        return to;
    }
}
