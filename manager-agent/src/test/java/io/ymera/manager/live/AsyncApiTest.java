package io.ymera.manager.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskControl;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.contracts.task.Topics;
import io.ymera.testkit.Snapshot;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of topics and live events, {@code asyncapi.json}, is what the records and the code say. */
class AsyncApiTest {

    private static final Path FOLDER = Path.of("src/main/openapi");
    private static final Path GOLDEN = Path.of("../common/contracts/src/test/resources/io/ymera/contracts/golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TASK_EVENT = Pattern.compile("['\"](task\\.[a-z_]+)['\"]");
    private static final List<Class<?>> RECORDS = List.of(
            AttemptRef.class,
            TaskAssignment.class,
            TaskControl.class,
            TaskEvent.class,
            TaskFailure.class,
            EventView.class,
            LiveSocket.Subscribe.class,
            LiveSocket.ErrorMessage.class);

    @Test
    void whatIsCommittedIsTheWordsWithTheSchemasOfTheRecords() throws IOException {
        new Snapshot(FOLDER.resolve("asyncapi.json")).requireSame(generated());
    }

    @Test
    void isValidAsyncApi() throws IOException {
        JsonSchema asyncApi = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.json"));

        assertThat(asyncApi.validate(generated())).isEmpty();
    }

    @Test
    void everyTopicHasAChannel() throws IOException {
        Set<String> addresses = Set.copyOf(generated().path("channels").findValuesAsText("address"));

        for (Field constant : Topics.class.getFields()) {
            if (Modifier.isStatic(constant.getModifiers())) {
                assertThat(addresses).contains(String.valueOf(value(constant)));
            }
        }
        assertThat(addresses)
                .contains(
                        Topics.assignments("x").replace("x", "{task_type}"),
                        Topics.assignments("x", 2).replace("x", "{task_type}").replace("v2", "v{version}"));
    }

    @ParameterizedTest
    @CsvSource({
        "task-assignment, TaskAssignment",
        "task-assignment-claim-check, TaskAssignment",
        "task-control, TaskControl",
        "started, TaskEvent",
        "progress, TaskEvent",
        "completed, TaskEvent",
        "completed-stored, TaskEvent",
        "failed, TaskEvent",
        "released, TaskEvent"
    })
    void whatIsOnTheWireFitsItsSchema(String file, String schema) throws IOException {
        JsonNode sample = JSON.readTree(GOLDEN.resolve(file + ".json").toFile());

        assertThat(schema(schema).validate(sample)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"task-control, TaskAssignment", "task-assignment, TaskEvent", "heartbeat, TaskControl"})
    void whatIsSomethingElseDoesNot(String file, String schema) throws IOException {
        JsonNode sample = JSON.readTree(GOLDEN.resolve(file + ".json").toFile());

        assertThat(schema(schema).validate(sample)).isNotEmpty();
    }

    @Test
    void examplesFitTheirSchemas() throws IOException {
        for (JsonNode message : generated().path("components").path("messages")) {
            for (JsonNode example : message.path("examples")) {
                String schema = message.path("payload").path("$ref").asText();

                assertThat(schema(schema.substring(schema.lastIndexOf('/') + 1)).validate(example.path("payload")))
                        .as(message.path("summary").asText())
                        .isEmpty();
            }
        }
    }

    /** Events of tasks are told from many statements; their types are what the sources name. */
    @ParameterizedTest
    @MethodSource("typesInTheSources")
    void everyTypeOfTaskEventIsDescribed(String type) throws IOException {
        JsonNode event = JSON.readTree("""
                {"type": "%s", "task_id": "0193606c-1111-7a2b-8c3d-4e5f60718293", "sequence": 1, "at": "2026-11-25T10:00:00Z",
                 "data": {"attempt": 1, "status": "pending", "agent_id": "0193606c-1111-7a2b-8c3d-4e5f60718293", "fraction": 0.5,
                          "message": "", "available_at": "2026-11-25T10:00:00Z",
                          "failure": {"code": "a", "message": "b", "retryable": true}}}
                """.formatted(type));

        assertThat(schema("LiveTaskEvent").validate(event)).isEmpty();
    }

    static Set<String> typesInTheSources() throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher named = TASK_EVENT.matcher(Files.readString(source));
                while (named.find()) {
                    types.add(named.group(1));
                }
            }
        }
        assertThat(types).hasSizeGreaterThan(8);
        return types;
    }

    /** The schema of that name, with all others at hand for its references. */
    private static JsonSchema schema(String name) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        document.put("$ref", "#/components/schemas/" + name);
        document.set("components", generated().path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
    }

    private static JsonNode generated() throws IOException {
        ObjectNode document = (ObjectNode)
                new YAMLMapper().readTree(FOLDER.resolve("asyncapi.yaml").toFile());
        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        MessageSchemas generator = new MessageSchemas();
        for (Class<?> type : RECORDS) {
            schemas.set(type.getSimpleName(), generator.of(type));
        }
        return document;
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
