package io.ymera.scanner.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.ymera.scanner.advisory.DependencyScan;
import io.ymera.scanner.advisory.Mirrors;
import io.ymera.scanner.advisory.OsvMirror;
import io.ymera.scanner.advisory.SourceUses;
import io.ymera.scanner.dependency.Trees;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LOCK = """
            {"lockfileVersion": 3, "packages": {"": {"name": "shop", "version": "1.0.0", "dependencies": {"mkdirp": "0.5.1", "@scope/odd": "1.0.0"}},
              "node_modules/mkdirp": {"version": "0.5.1", "license": "MIT", "dependencies": {"minimist": "0.0.8"}},
              "node_modules/minimist": {"version": "0.0.8", "license": "(MIT OR GPL-2.0+)", "dependencies": {"mkdirp": "*", "minimist": "*"}},
              "node_modules/@scope/odd": {"version": "1.0.0", "license": "SEE LICENSE IN x",
                "integrity": "sha512-Tpp60P6IUJDTuOq/5Z8cdskzJujfwqfOTkrwIwj7IRISpnkJnT6SyJ4PCPnGMoFjC9ddhal5KVIYtAt97ix05A=="}}}""";

    private static final String CARGO = """
            [[package]]
            name = "time"
            version = "0.1.42"
            source = "registry+https://index.example/"
            """;

    private static final String POM = """
            <project><groupId>g</groupId><artifactId>a</artifactId><dependencies>
              <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.14.1</version><scope>test</scope></dependency>
              <dependency><groupId>x</groupId><artifactId>unknown</artifactId></dependency>
            </dependencies></project>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void validatesAgainstCycloneDxsOwnSchema() throws IOException {
        // When
        String document = document(Instant.parse("2026-11-22T00:00:00Z"));
        // Then
        assertThat(schema().validate(document, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaTestWouldNoticeAMistake() {
        assertThat(schema().validate(
                                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{\"type\": \"thing\", \"name\": \"x\", \"licenses\": [{\"license\": {\"id\": \"MITT\"}}]}]}",
                                InputFormat.JSON))
                .hasSizeGreaterThan(1);
    }

    @Test
    void saysWhatNeedsWhatAndUnderWhichLicence() throws IOException {
        // When
        JsonNode document = JSON.readTree(document(null));
        // Then
        assertThat(document.path("metadata").has("timestamp")).isFalse();
        assertThat(find(document.path("components"), "bom-ref", "pkg:npm/mkdirp@0.5.1")
                        .path("licenses")
                        .toString())
                .isEqualTo("[{\"license\":{\"id\":\"MIT\"}}]");
        assertThat(find(document.path("components"), "name", "minimist")
                        .path("licenses")
                        .toString())
                .isEqualTo("[{\"expression\":\"MIT OR GPL-2.0-or-later\"}]");
        JsonNode odd = find(document.path("components"), "name", "odd");
        assertThat(odd.path("group").asText()).isEqualTo("@scope");
        assertThat(odd.path("licenses").toString()).isEqualTo("[{\"license\":{\"name\":\"SEE LICENSE IN x\"}}]");
        assertThat(odd.path("hashes").path(0).path("alg").asText()).isEqualTo("SHA-512");
        assertThat(find(document.path("dependencies"), "ref", "pkg:npm/mkdirp@0.5.1")
                        .path("dependsOn")
                        .toString())
                .isEqualTo("[\"pkg:npm/minimist@0.0.8\"]");
        assertThat(find(document.path("dependencies"), "ref", "project:package-lock.json")
                        .path("dependsOn")
                        .toString())
                .isEqualTo("[\"pkg:npm/%40scope/odd@1.0.0\",\"pkg:npm/mkdirp@0.5.1\"]");
        assertThat(find(document.path("components"), "name", "log4j-core")
                        .path("scope")
                        .asText())
                .isEqualTo("excluded");
    }

    @Test
    void carriesAnalysesAsAVex() throws IOException {
        // When
        JsonNode known = JSON.readTree(document(null)).path("vulnerabilities");
        // Then
        JsonNode spared = find(known, "id", "CVE-2020-26235");
        assertThat(spared.path("analysis").path("state").asText()).isEqualTo("not_affected");
        assertThat(spared.path("analysis").path("justification").asText()).isEqualTo("code_not_reachable");
        assertThat(spared.path("affects").toString())
                .isEqualTo(
                        "[{\"ref\":\"pkg:cargo/time@0.1.42\",\"versions\":[{\"version\":\"0.1.42\",\"status\":\"unaffected\"}]}]");
        JsonNode open = find(known, "id", "CVE-2021-44228");
        assertThat(open.path("analysis").path("state").asText()).isEqualTo("in_triage");
        assertThat(open.path("analysis").has("justification")).isFalse();
        assertThat(open.path("ratings").path(0).path("score").asDouble()).isEqualTo(10.0);
        assertThat(open.path("ratings").path(0).path("severity").asText()).isEqualTo("high");
    }

    @Test
    void theSameTreeGivesTheSameBytesAndAnotherAnotherSerialNumber() {
        // When
        String first = document(null);
        String second = document(null);
        String dated = document(Instant.EPOCH);
        // Then
        assertThat(first).isEqualTo(second);
        assertThat(serial(dated)).isNotEqualTo(serial(first));
        assertThat(serial(first))
                .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    private static String serial(String document) {
        return document.lines()
                .filter(line -> line.contains("serialNumber"))
                .findFirst()
                .orElseThrow()
                .split("\"", -1)[3];
    }

    private String document(@Nullable Instant now) {
        SourceTree tree = Trees.of(
                root, "package-lock.json", LOCK, "Cargo.lock", CARGO, "src/main.rs", "fn main() {}", "pom.xml", POM);
        DependencyScan.Result result = DependencyScan.run(
                tree, new DependencyScan.Job(new OsvMirror(Mirrors.small()), new SourceUses(tree), now));
        return Sbom.of(result.inventory(), result.vulnerabilities(), new Sbom.Job("shop", "1.0.0", now, Map.of()));
    }

    private static JsonNode find(JsonNode list, String member, String value) {
        for (JsonNode one : list) {
            if (one.path(member).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("No " + value + " in " + list.toPrettyString());
    }

    /** The files that CycloneDX's own library carries; nothing is fetched. */
    private static JsonSchema schema() {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix("http://cyclonedx.org/schema/", "classpath:")));
        return factory.getSchema(SchemaLocation.of("http://cyclonedx.org/schema/bom-1.6.schema.json"));
    }
}
