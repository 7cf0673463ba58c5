package io.ymera.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;

/** Asks each candidate once before it is measured: one that refuses is fast too. */
final class Probe {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private Probe() {}

    /**
     * Requires the service's answer for who has a token, and 401 for who has none where tokens are checked.
     *
     * @return whether the answer names a rate limit
     */
    static boolean check(Candidate candidate, URI url, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest bare = HttpRequest.newBuilder(url).build();
            HttpRequest request = HttpRequest.newBuilder(url)
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            require(candidate, OK, answer);
            if (!answer.body().equals(NginxServers.ANSWER)) {
                throw new IOException("%s changes the answer: %s".formatted(candidate.title(), answer.body()));
            }
            int forNobody = candidate.checksTokens() ? UNAUTHORIZED : OK;
            require(candidate, forNobody, http.send(bare, HttpResponse.BodyHandlers.ofString()));
            return answer.headers().map().keySet().stream()
                    .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("ratelimit"));
        }
    }

    private static void require(Candidate candidate, int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("%s answers %s with %d instead of %d: %s"
                    .formatted(candidate.title(), answer.uri(), answer.statusCode(), status, answer.body()));
        }
    }
}
