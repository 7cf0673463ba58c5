package io.ymera.manager.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.ymera.contracts.Json;
import io.ymera.manager.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's end of a stream of server-sent events, read as the standard says. */
final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = Json.mapper();

    private final List<Event> events = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    record Event(String id, String type, JsonNode data) {}

    EventStream(Client client, UUID task, String query, String... headers) throws IOException, InterruptedException {
        this(client, "/tasks/" + task + "/events" + query, headers);
    }

    EventStream(Client client, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + client.token())
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    int statusCode() {
        return response.statusCode();
    }

    String contentType() {
        return header("Content-Type");
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<Event> events() {
        return events;
    }

    /** Reads until an event of this type has come. */
    void until(String type) throws IOException {
        while (events.isEmpty() || !events.getLast().type().equals(type)) {
            Event next = next();
            if (next == null) {
                throw new AssertionError("The stream ended before " + type + ", after " + events);
            }
            events.add(next);
        }
    }

    /** Reads until the other side ends the stream. */
    void untilEnd() throws IOException {
        for (Event next = next(); next != null; next = next()) {
            events.add(next);
        }
    }

    private @Nullable Event next() throws IOException {
        String id = "";
        String type = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new Event(id, type, JSON.readTree(data.toString()));
            }
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, Math.max(0, colon))) {
                case "id" -> id = value;
                case "event" -> type = value;
                case "data" -> data.append(value).append('\n');
                default -> {
                    // a comment, or nothing that we know
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
