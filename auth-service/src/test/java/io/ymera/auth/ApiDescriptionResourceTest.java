package io.ymera.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ymera.testkit.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code /openapi} says is committed, so that the gateway's build can merge it, and says enough. */
@QuarkusTest
class ApiDescriptionResourceTest {

    @Test
    void whatIsServedIsWhatIsCommitted() throws IOException {
        new Snapshot(Path.of("src/main/openapi/openapi.json")).requireSame(served());
    }

    @Test
    void everyOperationHasAnIdATagAndASummary() throws IOException {
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

    private static JsonNode served() throws IOException {
        return new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
