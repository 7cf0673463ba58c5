package io.ymera.security.osv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.agent.TaskContext;
import io.ymera.contracts.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks for vulnerabilities of packages ({@code POST /v1/querybatch}, then {@code GET /v1/vulns/ID} for each) and writes the records to a
 * folder, as a mirror has them. All is bounded: packages, pages, records, bytes, time. What could not be asked is said. Thread-safe.
 */
@Singleton
public class OsvApi {

    private static final int BATCH = 500;
    private static final int MOST_PACKAGES = 5000;
    private static final int MOST_PAGES = 20;
    private static final int MOST_RECORDS = 2000;
    private static final int MOST_BYTES = 4 << 20;
    private static final int OK = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern PURL = Pattern.compile("pkg:[a-z][a-z0-9.+-]{0,19}/[!-~]{1,400}@[!-~]{1,100}");

    private final ObjectMapper json = Json.mapper();
    private final OsvConfig config;
    private final Clock clock;

    /** That of a configuration. */
    public OsvApi(OsvConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Whether it may be asked. */
    public boolean allowed() {
        return config.allowed();
    }

    /**
     * What came of asking.
     *
     * @param complete whether all was answered; if not, what is in the folder is not all that is known
     * @param notes what was not asked, or not answered
     */
    public record Answer(boolean complete, List<String> notes) {

        /** Copies the list. */
        public Answer {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Asks.
     *
     * @param packages package URLs with versions; others are passed over
     * @param folder an empty folder for the records
     */
    public Answer ask(List<String> packages, Path folder, TaskContext context) throws InterruptedException {
        List<String> notes = new ArrayList<>();
        List<String> asked = packages.stream()
                .filter(purl -> PURL.matcher(purl).matches())
                .distinct()
                .toList();
        if (asked.size() > MOST_PACKAGES) {
            notes.add("Of %,d packages only the first %,d were asked about".formatted(asked.size(), MOST_PACKAGES));
            asked = asked.subList(0, MOST_PACKAGES);
        }
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            Asking asking = new Asking(http, context, clock.instant().plus(config.totalTimeout()));
            Set<String> ids = new TreeSet<>();
            for (int from = 0; from < asked.size(); from += BATCH) {
                asking.batch(asked.subList(from, Math.min(from + BATCH, asked.size())), ids);
            }
            if (ids.size() > MOST_RECORDS) {
                notes.add("Of %,d vulnerabilities only the first %,d were read".formatted(ids.size(), MOST_RECORDS));
            }
            for (String id : ids.stream().limit(MOST_RECORDS).toList()) {
                Files.write(folder.resolve(id + ".json"), asking.record(id));
            }
        } catch (IOException e) {
            notes.add("OSV's API did not answer all that it was asked: " + e.getMessage());
        }
        return new Answer(notes.isEmpty(), notes);
    }

    /** One task's questions. */
    private final class Asking {
        private final HttpClient http;
        private final TaskContext context;
        private final Instant until;

        Asking(HttpClient http, TaskContext context, Instant until) {
            this.http = http;
            this.context = context;
            this.until = until;
        }

        /** Answers come in pages; a package of which there is more is asked about again with a token. */
        void batch(List<String> packages, Set<String> ids) throws IOException, InterruptedException {
            Map<String, Optional<String>> open = new LinkedHashMap<>();
            packages.forEach(purl -> open.put(purl, Optional.empty()));
            for (int page = 0; !open.isEmpty(); page++) {
                if (page == MOST_PAGES) {
                    throw new IOException("there are more than " + MOST_PAGES + " pages");
                }
                ObjectNode body = json.createObjectNode();
                ArrayNode queries = body.putArray("queries");
                open.forEach((purl, token) -> {
                    ObjectNode query = queries.addObject();
                    query.putObject("package").put("purl", purl);
                    token.ifPresent(text -> query.put("page_token", text));
                });
                JsonNode results = parsed(send("/v1/querybatch", json.writeValueAsString(body)))
                        .path("results");
                if (results.size() != open.size()) {
                    throw new IOException(
                            "it was asked " + open.size() + " questions and gave " + results.size() + " answers");
                }
                List<String> inOrder = List.copyOf(open.keySet());
                for (int i = 0; i < inOrder.size(); i++) {
                    for (JsonNode vulnerability : results.get(i).path("vulns")) {
                        String id = vulnerability.path("id").asText();
                        if (ID.matcher(id).matches() && ids.size() <= MOST_RECORDS) {
                            ids.add(id);
                        }
                    }
                    String token = results.get(i).path("next_page_token").asText("");
                    if (token.isEmpty()) {
                        open.remove(inOrder.get(i));
                    } else {
                        open.put(inOrder.get(i), Optional.of(token));
                    }
                }
            }
        }

        /** What is written down is one record, and nothing else. */
        byte[] record(String id) throws IOException, InterruptedException {
            JsonNode record = parsed(send("/v1/vulns/" + id, null));
            if (!record.path("id").asText().equals(id)) {
                throw new IOException("it was asked for " + id + " and gave something else");
            }
            return json.writeValueAsBytes(record);
        }

        private byte[] send(String path, @Nullable String body) throws IOException, InterruptedException {
            context.checkCancelled();
            Duration left = Duration.between(clock.instant(), until);
            if (left.isNegative() || left.isZero()) {
                throw new IOException(
                        "it took longer than " + config.totalTimeout().toSeconds() + " s");
            }
            Duration timeout = left.compareTo(config.requestTimeout()) < 0 ? left : config.requestTimeout();
            URI url = URI.create(config.url().toString().replaceFirst("/+$", "") + path);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(url).timeout(timeout).header("Accept", "application/json");
            if (body != null) {
                request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
            }
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream content = response.body()) {
                if (response.statusCode() != OK) {
                    throw new IOException("status " + response.statusCode());
                }
                byte[] bytes = content.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException("an answer is longer than " + (MOST_BYTES >> 20) + " MiB");
                }
                return bytes;
            }
        }

        private JsonNode parsed(byte[] answer) throws IOException {
            try {
                return json.readTree(answer);
            } catch (JsonProcessingException e) {
                throw new IOException("an answer is no JSON", e);
            }
        }
    }
}
