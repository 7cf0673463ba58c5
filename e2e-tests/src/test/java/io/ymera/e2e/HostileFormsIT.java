package io.ymera.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.e2e.Hostile.Document;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The routes of OAuth 2, which take forms, with the same strings and documents: it is never our fault, and nothing is given away. */
@ExtendWith(PlatformExtension.class)
class HostileFormsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** A form that is granted what it asks for. */
    private record Form(String path, Map<String, String> members) {

        /** With {@code value} in the place of the one of {@code changed}. */
        String encodedWith(String changed, byte[] value) {
            return members.entrySet().stream()
                    .map(member -> member.getKey() + "="
                            + encode(
                                    member.getKey().equals(changed)
                                            ? value
                                            : member.getValue().getBytes(UTF_8)))
                    .collect(Collectors.joining("&"));
        }

        private static String encode(byte[] value) {
            return URLEncoder.encode(new String(value, ISO_8859_1), ISO_8859_1);
        }
    }

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void many_naughty_strings_and_each_document_as_each_member(Platform platform) throws Exception {
        Map<String, byte[]> values = new LinkedHashMap<>();
        Hostile.naughty(2).forEach(text -> values.put(text, text.getBytes(UTF_8)));
        Hostile.documents().forEach(document -> values.put(document.name(), document.content()));

        for (Form form : forms(platform)) {
            HttpResponse<String> good = send(
                    platform, form.path(), form.encodedWith("", new byte[0]).getBytes(UTF_8));
            assertThat(good.statusCode()).as(form + ": " + good.body()).isEqualTo(200);
            for (String member : form.members().keySet()) {
                List<Callable<Integer>> requests = new ArrayList<>();
                values.forEach((name, value) -> requests.add(() -> {
                    byte[] body = form.encodedWith(member, value).getBytes(UTF_8);
                    return check(name + " as " + member, form, value.length > 0, send(platform, form.path(), body));
                }));
                Hostile.run(form.path() + " " + member, requests);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void each_document_as_the_form(Platform platform) throws Exception {
        for (Form form : forms(platform)) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (Document document : Hostile.documents()) {
                requests.add(() -> {
                    HttpResponse<String> answer = send(platform, form.path(), document.content());
                    if (answer.statusCode() < 300) {
                        wrong.add("%s is taken by %s".formatted(document.name(), form.path()));
                    }
                    return check(document.name(), form, true, answer);
                });
            }
            Hostile.run(form.path(), requests);
        }

        assertThat(wrong).isEmpty();
    }

    /** @param hostile whether it is more than a member that is left out */
    private int check(String what, Form form, boolean hostile, HttpResponse<String> answer) {
        boolean given =
                answer.body().contains("access_token\":") || answer.body().contains("\"active\":true");
        if (answer.statusCode() >= 500 || given && hostile) {
            wrong.add("%s with %s: %d %s".formatted(form.path(), what, answer.statusCode(), answer.body()));
        }
        return answer.statusCode();
    }

    private static List<Form> forms(Platform platform) throws Exception {
        ServiceClient service = ServiceClient.of(platform);
        Client user = Client.register(platform);
        String key = user.gateway()
                .send("POST", "/api/v1/users/me/api-keys", user.token(), """
                        {"name": "n", "scopes": ["tasks:read"], "expires_in_days": 3}
                        """)
                .require(201)
                .path("key")
                .asText();
        return List.of(
                new Form("/auth/token", service.credentials()),
                new Form(
                        "/auth/token",
                        Map.of(
                                "grant_type",
                                "urn:ietf:params:oauth:grant-type:token-exchange",
                                "subject_token",
                                key,
                                "subject_token_type",
                                "urn:ymera:params:oauth:token-type:api-key",
                                "scope",
                                "tasks:read")),
                new Form(
                        "/auth/introspect",
                        Map.of("token", user.token(), "client_id", service.id(), "client_secret", service.secret())),
                // Whatever it is, it is as revoked as can be
                new Form("/auth/revoke", Map.of("token", "nothing", "token_type_hint", "refresh_token")));
    }

    private HttpResponse<String> send(Platform platform, String path, byte[] form)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.origin() + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
