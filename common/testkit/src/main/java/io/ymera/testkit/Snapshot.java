package io.ymera.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed copy of a JSON document that is generated, so that whoever changes it sees how, and others can build upon it. With
 * {@code -Dymera.update-snapshots} tests write it instead of comparing.
 */
public final class Snapshot {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** @param file from the module's folder */
    public Snapshot(Path file) {
        this.file = file;
    }

    /** @throws AssertionError if it is not {@code generated}; the order of members does not matter */
    public void requireSame(JsonNode generated) throws IOException {
        if (System.getProperty("ymera.update-snapshots") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(generated) + "\n");
        }
        if (!Files.exists(file) || !JSON.readTree(file.toFile()).equals(generated)) {
            Path actual = Path.of("target").resolve(file.getFileName());
            Files.writeString(actual, JSON.writeValueAsString(generated) + "\n");
            throw new AssertionError("%s is not what is generated now, %s. If that is meant, run this test again with "
                            .formatted(file, actual)
                    + "-Dymera.update-snapshots, and look at what has changed before you commit it.");
        }
    }
}
