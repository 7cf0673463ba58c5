package io.ymera.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jackson reads and writes the wire types by reflection, which a native image has to be told of. */
class NativeImageTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path CONFIG =
            CLASSES.resolve("META-INF/native-image/io.ymera/ymera-contracts/reflect-config.json");

    @Test
    void everyWireTypeIsRegistered() throws IOException {
        List<String> registered = new ArrayList<>();
        for (JsonNode entry : Json.mapper().readTree(CONFIG.toFile())) {
            registered.add(entry.path("name").asText());
        }

        assertThat(registered).containsExactlyInAnyOrderElementsOf(wireTypes());
    }

    private static List<String> wireTypes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.replace('/', '.').replaceAll("\\.class$", ""))
                    .filter(NativeImageTest::isWireType)
                    .toList();
        }
    }

    private static boolean isWireType(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.isRecord() || type.isEnum() || type.isSealed();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
