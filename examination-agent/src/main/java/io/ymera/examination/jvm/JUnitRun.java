package io.ymera.examination.jvm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.contracts.Json;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the tests of one module are run; written when they are built, where no test can write, and read when they are run.
 *
 * @param folder of the module, relative to the project; empty for the project itself
 * @param classPath of its process
 * @param suite for the program that runs it, where its classes are
 */
@RegisterForReflection
record JUnitRun(String folder, String classPath, Suite suite) {

    private static final ObjectMapper JSON = Json.mapper();

    /** As {@code io.ymera.lab.tests.Suite} reads it. */
    @RegisterForReflection
    record Suite(
            List<String> tests,
            List<String> product,
            List<String> framework,
            List<String> foreign,
            List<String> jacoco,
            List<String> sources,
            @Nullable String include,
            @Nullable String exclude) {}

    static JUnitRun of(
            String folder,
            TestClassPath path,
            List<Path> jacoco,
            List<String> sources,
            @Nullable String include,
            @Nullable String exclude) {
        Suite suite = new Suite(
                texts(path.tests()),
                texts(path.product()),
                texts(path.framework()),
                texts(path.foreign()),
                texts(jacoco),
                sources,
                include,
                exclude);
        return new JUnitRun(folder, path.joined(), suite);
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<JUnitRun> readAll(String json) {
        try {
            return List.of(JSON.readValue(json, JUnitRun[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What this agent has written can't be read", e);
        }
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
