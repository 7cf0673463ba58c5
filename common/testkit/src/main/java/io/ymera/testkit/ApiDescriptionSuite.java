package io.ymera.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every service says of its API at {@code /openapi} is committed, so that the gateway's build can merge it, and says enough. A
 * service's own test says where it listens.
 */
public abstract class ApiDescriptionSuite {

    /** Where the service listens. */
    protected abstract URI service();

    @Test
    void whatIsServedIsWhatIsCommitted() throws IOException, InterruptedException {
        new Snapshot(Path.of("src/main/openapi/openapi.json")).requireSame(served());
    }

    @Test
    void everyOperationHasAnIdATagAndASummary() throws IOException, InterruptedException {
        JsonNode api = served();
        List<String> tags = api.findPath("tags").findValuesAsText("name");
        List<String> ids = new ArrayList<>();
        List<String> poor = new ArrayList<>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                JsonNode said = operation.getValue();
                ids.add(said.path("operationId").asText());
                if (!said.path("x-internal").asBoolean()
                        && (said.path("operationId").isMissingNode()
                                || said.path("summary").isMissingNode()
                                || !tags.contains(said.path("tags").path(0).asText()))) {
                    poor.add(operation.getKey() + " " + path.getKey());
                }
            }
        }

        // An operation without an id is none of a resource: META-INF/openapi.yaml names a path that there is not
        assertThat(poor).isEmpty();
        assertThat(ids).doesNotHaveDuplicates();
    }

    private JsonNode served() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service().resolve("/openapi"))
                .header("Accept", "application/json")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
