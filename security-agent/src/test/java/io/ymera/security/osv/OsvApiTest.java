package io.ymera.security.osv;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.security.scanner.Scenes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on this machine that answers as OSV's does, or as no server should. */
@Timeout(60)
class OsvApiTest {

    private static final String LODASH = "pkg:npm/lodash@4.17.20";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void records_of_what_is_vulnerable_are_written_as_a_mirror_has_them() throws Exception {
        // Given
        answers.put(
                "/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-1\"}, {\"id\": \"../GHSA-2\"}]}, {}]}");
        answers.put("/v1/vulns/GHSA-1", "{\"id\": \"GHSA-1\", \"modified\": \"2026-01-01T00:00:00Z\"}");

        // When
        OsvApi.Answer answer = ask(LODASH, "pkg:maven/org.acme/core@1.0", "pkg:npm/no-version", "not a purl@1", LODASH);

        // Then
        assertThat(answer).isEqualTo(new OsvApi.Answer(true, List.of()));
        assertThat(asked)
                .containsExactly(
                        "{\"queries\":[{\"package\":{\"purl\":\"pkg:npm/lodash@4.17.20\"}},"
                                + "{\"package\":{\"purl\":\"pkg:maven/org.acme/core@1.0\"}}]}",
                        "");
        assertThat(written()).containsExactly("GHSA-1.json");
        assertThat(folder.resolve("GHSA-1.json")).content().contains("\"modified\"");
    }

    @Test
    void there_may_be_more_pages() throws Exception {
        // Given
        answers.put("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"A-1\"}], \"next_page_token\": \"t\"}]}");
        answers.put("page t", "{\"results\": [{\"vulns\": [{\"id\": \"A-2\"}]}]}");
        answers.put("/v1/vulns/A-1", "{\"id\": \"A-1\"}");
        answers.put("/v1/vulns/A-2", "{\"id\": \"A-2\"}");

        // Then
        assertThat(ask(LODASH).complete()).isTrue();
        assertThat(written()).containsExactly("A-1.json", "A-2.json");
    }

    @Test
    void pages_without_end_are_not_followed() throws Exception {
        // Given
        answers.put("/v1/querybatch", "{\"results\": [{\"next_page_token\": \"t\"}]}");
        answers.put("page t", "{\"results\": [{\"next_page_token\": \"t\"}]}");

        // Then
        assertThat(ask(LODASH).notes()).singleElement().asString().contains("more than 20 pages");
        assertThat(asked).hasSize(20);
    }

    @Test
    void what_is_no_answer_is_said_and_nothing_is_written() throws Exception {
        Map<String, String> bad = Map.of(
                "no json", "an answer is no JSON",
                "{\"results\": []}", "asked 1 questions and gave 0 answers",
                "503", "status 503",
                "302", "status 302",
                "long", "longer than 4 MiB",
                "never", "did not answer all");
        for (Map.Entry<String, String> each : bad.entrySet()) {
            answers.put("/v1/querybatch", each.getKey());

            OsvApi.Answer answer = ask(LODASH);

            assertThat(answer.complete()).as(each.getKey()).isFalse();
            assertThat(answer.notes()).singleElement().asString().contains(each.getValue());
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void another_record_than_the_one_that_was_asked_for_is_refused() throws Exception {
        // Given
        answers.put("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"A-1\"}]}]}");
        answers.put("/v1/vulns/A-1", "{\"id\": \"A-2\"}");

        // Then
        assertThat(ask(LODASH).notes()).singleElement().asString().contains("gave something else");
        assertThat(written()).isEmpty();
    }

    @Test
    void it_is_not_allowed_by_default_and_only_where_nobody_can_change_what_is_said() {
        assertThat(Scenes.config(OsvConfig.class).allowed()).isFalse();
        for (String url : List.of("https://api.osv.dev", "http://127.0.0.1:8080", "http://localhost")) {
            assertThat(check(url)).as(url).isEmpty();
        }
        for (String url :
                List.of("http://api.osv.dev", "ftp://x", "osv", "https://user:p@api.osv.dev", "file:///etc")) {
            assertThat(check(url)).as(url).hasSize(1);
        }
    }

    private static List<?> check(String url) {
        return new OsvConfigCheck(Scenes.config(OsvConfig.class, "ymera.osv.url", url)).check();
    }

    private OsvApi.Answer ask(String... packages) throws InterruptedException {
        OsvConfig config = Scenes.config(
                OsvConfig.class,
                "ymera.osv.url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "ymera.osv.request-timeout",
                "PT2S");
        return new OsvApi(config, Scenes.CLOCK).ask(List.of(packages), folder, QuietAttempt.in(folder));
    }

    private List<String> written() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
        }
        return names;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        String path = body.contains("page_token")
                ? "page t"
                : exchange.getRequestURI().getPath();
        String answer = answers.getOrDefault(path, "404");
        switch (answer) {
            case "302" -> exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/");
            case "long" -> answer = " ".repeat(5 << 20);
            case "never" -> {
                // Nothing, until the other side goes away
                return;
            }
            default -> {
                // As it is
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        boolean status = answer.matches("[0-9]{3}");
        exchange.sendResponseHeaders(status ? Integer.parseInt(answer) : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
