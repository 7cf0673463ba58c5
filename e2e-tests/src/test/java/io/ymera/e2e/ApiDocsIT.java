package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway publishes of the API is what the services behind it say while they run. */
@ExtendWith(PlatformExtension.class)
class ApiDocsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Service> SERVICES =
            List.of(new Service("auth-service", 8003), new Service("manager-agent", 8002));

    private record Service(String module, int port) {}

    @Test
    void services_say_what_is_committed(Platform platform) throws Exception {
        for (Service service : SERVICES) {
            Path committed = Path.of(
                    System.getProperty("ymera.checkout", ".."), service.module(), "src/main/openapi/openapi.json");

            assertThat(ofService(platform, service)).isEqualTo(JSON.readTree(committed.toFile()));
        }
    }

    @Test
    void the_gateway_publishes_what_they_say(Platform platform) throws Exception {
        Map<String, JsonNode> said = new HashMap<>();
        for (Service service : SERVICES) {
            said.putAll(operations(ofService(platform, service)));
        }

        JsonNode published =
                JSON.readTree(get(platform.origin().resolve("/openapi.json")).body());

        assertThat(operations(published)).hasSizeGreaterThan(80).allSatisfy((id, operation) -> {
            JsonNode original = said.getOrDefault(id, MissingNode.getInstance());
            assertThat(original.isObject()).as(id).isTrue();
            for (String part : new String[] {"summary", "parameters", "requestBody", "responses"}) {
                assertThat(operation.path(part)).as(id + " " + part).isEqualTo(original.path(part));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/docs", "/redoc", "/asyncapi.json", "/docs/swagger-ui-bundle.js", "/redoc/redoc.standalone.js"})
    void the_pages_are_there(String path, Platform platform) throws Exception {
        HttpResponse<String> answer = get(platform.origin().resolve(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void the_gateway_does_not_lead_to_the_services_own_documents(Platform platform) throws Exception {
        assertThat(get(platform.origin().resolve("/openapi")).statusCode()).isEqualTo(404);
        assertThat(get(platform.origin().resolve("/api/v1/openapi")).statusCode())
                .isEqualTo(404);
    }

    private static JsonNode ofService(Platform platform, Service service) throws IOException, InterruptedException {
        int offset = platform.origin().getPort() - 8000;
        return JSON.readTree(get(URI.create("http://127.0.0.1:" + (service.port() + offset) + "/openapi"))
                .body());
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new HashMap<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.has("operationId")) {
                    operations.put(operation.path("operationId").asText(), operation);
                }
            }
        }
        return operations;
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Accept", "application/json, */*;q=0.5")
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
