package io.ymera.gateway.apidocs.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.ymera.gateway.apidocs.ApiDocs;
import io.ymera.gateway.route.RouteOutline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The platform's document, as the build has made it. */
class PublishedApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode api = published("/openapi.json");

    @Test
    void isValidOpenApi() {
        JsonSchema openApi = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(PublishedApiTest.class.getResourceAsStream("/openapi/openapi-3.1.json"));

        assertThat(openApi.validate(api)).isEmpty();
    }

    @Test
    void schemasInItAreValidJsonSchema() {
        JsonSchema metaschema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        for (Map.Entry<String, JsonNode> schema : api.at("/components/schemas").properties()) {
            assertThat(metaschema.validate(schema.getValue()))
                    .as(schema.getKey())
                    .isEmpty();
        }
    }

    @Test
    void isWhatIsMergedNow() throws IOException {
        Path checkout = Path.of("..");

        assertThat(api).isEqualTo(ApiDocsBuild.platformApi(checkout, ApiDocsBuild.words(checkout)));
    }

    @Test
    void hasEveryRouteAndNothingElse() {
        int operations = 0;
        for (JsonNode path : api.path("paths")) {
            operations += path.path("servers").isMissingNode() ? path.size() : path.size() - 1;
        }

        // The merge fails if it finds nothing for a route
        assertThat(operations).isEqualTo(RouteOutline.all().size());
        assertThat(api.findValuesAsText("x-ymera-access")).hasSize(operations);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : api.findValues("$ref")) {
            assertThat(api.at(reference.asText().substring(1)).isObject())
                    .as(reference.asText())
                    .isTrue();
        }
    }

    /** Who reads an example copies it. */
    @Test
    void examplesFitTheirSchemas() {
        List<String> seen = new ArrayList<>();
        for (JsonNode content : api.findValues("content")) {
            for (JsonNode mediaType : content) {
                if (mediaType.path("example").isObject()) {
                    assertThat(schema(mediaType.path("schema")).validate(mediaType.path("example")))
                            .isEmpty();
                    seen.add(mediaType.path("example").toString());
                }
            }
        }

        assertThat(seen).hasSizeGreaterThan(8);
    }

    private JsonSchema schema(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(JSON.createObjectNode()
                        .<ObjectNode>set("components", api.path("components"))
                        .set("allOf", JSON.createArrayNode().add(schema)));
    }

    private static JsonNode published(String path) {
        try {
            return JSON.readTree(
                    new ApiDocs().find(path).orElseThrow().plain().bytes().toString(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(path + " is no JSON", e);
        }
    }
}
