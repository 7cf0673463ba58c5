package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.ymera.gateway.EchoUpstream;
import io.ymera.gateway.RawHttp;
import io.ymera.testkit.TestApiKey;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who guesses, and who is at the same address. */
@QuarkusTest
class RefusedCredentialsResourceTest {

    private static final String ADDRESS = "203.0.113.7";
    private static final String ELSEWHERE = "203.0.113.8";

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    RateLimits rateLimits;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Limits limits;

    private final TokenIssuer issuer = TokenIssuer.shared();

    @Test
    void afterTooManyNoMoreAreLookedIntoAndGoodOnesAreNotHeldUp() throws IOException {
        TestApiKey known = TestApiKey.create("tasks:read");
        TestApiKey unknown = TestApiKey.create("tasks:read");
        assertThat(ask(ADDRESS, bearer(known.text()))).startsWith("HTTP/1.1 201");
        assertThat(ask(ADDRESS, bearer(issuer.forged()))).startsWith("HTTP/1.1 401");

        guessUntilNoMoreAreAdmitted();

        assertThat(ask(ADDRESS, bearer(issuer.forged())))
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("retry-after: ")
                .contains("too_many_requests");
        assertThat(ask(ADDRESS, bearer("ymk_short"))).startsWith("HTTP/1.1 429");
        assertThat(ask(ADDRESS, bearer("ymk_" + UUID.randomUUID().toString().repeat(2))))
                .startsWith("HTTP/1.1 429");
        assertThat(ask(ADDRESS, bearer(issuer.user()))).startsWith("HTTP/1.1 201");
        assertThat(ask(ADDRESS, bearer(known.text()))).startsWith("HTTP/1.1 201");
        assertThat(ask(ADDRESS, "")).as("who shows none does not guess").startsWith("HTTP/1.1 401");
        assertThat(ask(ELSEWHERE, bearer(issuer.forged()))).startsWith("HTTP/1.1 401");
        assertThat(ask(ELSEWHERE, bearer(unknown.text()))).startsWith("HTTP/1.1 201");
    }

    private void guessUntilNoMoreAreAdmitted() {
        Limit limit = limits.named("refused");
        Replica.await(Future.join(Stream.generate(() -> rateLimits.admit(limit, CallerKey.address(ADDRESS)))
                .limit(limit.requests())
                .toList()));
    }

    private String ask(String address, String credentials) throws IOException {
        try (RawHttp http = new RawHttp(gateway, EchoUpstream.TRUSTED_PROXY)) {
            http.send("GET /tasks HTTP/1.1\r\nHost: gateway\r\nX-Forwarded-For: " + address + "\r\n" + credentials
                    + "\r\n");
            return http.answer();
        }
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }
}
