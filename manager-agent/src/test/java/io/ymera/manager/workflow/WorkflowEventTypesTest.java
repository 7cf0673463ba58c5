package io.ymera.manager.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code asyncapi.json} knows of every type that {@link Journal} can tell. */
class WorkflowEventTypesTest {

    @ParameterizedTest
    @MethodSource("types")
    void isDescribedOnce(String type) throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(Path.of("src/main/openapi/asyncapi.json").toFile());
        JsonNode kinds = document.at("/components/schemas/LiveWorkflowEvent/allOf/2/oneOf");

        assertThat(StreamSupport.stream(kinds.spliterator(), false)
                        .map(kind -> kind.at("/properties/type"))
                        .filter(schema -> fits(type, schema)))
                .hasSize(1);
    }

    private static boolean fits(String type, JsonNode schema) {
        return type.equals(schema.path("const").asText())
                || StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .anyMatch(name -> name.asText().equals(type))
                || schema.has("pattern") && type.matches(schema.path("pattern").asText());
    }

    static Set<String> types() {
        Set<String> types = new TreeSet<>(Set.of("workflow.created"));
        Arrays.stream(WorkflowStatus.values())
                .filter(status -> status != WorkflowStatus.RUNNING)
                .forEach(status -> types.add("workflow." + status.wireName()));
        for (StepKey.Kind kind : StepKey.Kind.values()) {
            Stream.concat(
                            Stream.of("started", "progress", "awaiting_approval", "escalated"),
                            Arrays.stream(StepStatus.values())
                                    .filter(StepStatus::isFinal)
                                    .map(StepStatus::wireName))
                    .forEach(what -> types.add(kind.name().toLowerCase(Locale.ROOT) + "." + what));
        }
        return types;
    }
}
