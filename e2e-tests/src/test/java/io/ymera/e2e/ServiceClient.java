package io.ymera.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The client that the platform has for agents of others. */
record ServiceClient(Platform platform, String id, String secret) {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    static ServiceClient of(Platform platform) throws IOException {
        String id = "external-agent";
        String secret = Files.readString(platform.home().resolve("secrets/client-" + id));
        return new ServiceClient(platform, id, secret.strip());
    }

    /** What it gets a token for. */
    Map<String, String> credentials() {
        return Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret);
    }

    /** A new access token. */
    String token(HttpClient http) throws IOException, InterruptedException {
        String form = credentials().entrySet().stream()
                .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.origin() + "/api/v1/auth/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(answer).path("access_token").asText();
    }
}
