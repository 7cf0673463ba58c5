package io.ymera.examination.jvm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module's build has told of it, see {@code io.ymera.lab.maven.ClassPathSpy}. Code of the project may have run in that build:
 * all paths are checked by whoever uses them.
 *
 * @param name the artifact
 * @param folder where its POM is
 * @param classPath of its tests
 * @param tests folder of its tests' classes
 * @param product folder of its product's classes
 * @param sources its folders of sources
 * @param include as Surefire has it
 * @param exclude as Surefire has it
 */
@RegisterForReflection
record MavenModule(
        String name,
        String folder,
        List<String> classPath,
        String tests,
        String product,
        @Nullable List<String> sources,
        @Nullable List<String> include,
        @Nullable List<String> exclude) {

    private static final int MAX_BYTES = 8 << 20;
    private static final int MAX_MODULES = 200;
    private static final ObjectMapper JSON = Json.mapper();

    /**
     * Reads what a build has left.
     *
     * @throws IOException if that is not what a build leaves; the message says how
     */
    static List<MavenModule> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = stream.readNBytes(MAX_BYTES);
        }
        List<MavenModule> modules = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            try {
                modules.add(JSON.readValue(line, MavenModule.class));
            } catch (JsonProcessingException e) {
                throw new IOException("Maven's list of modules makes no sense");
            }
        }
        if (modules.size() > MAX_MODULES) {
            throw new IOException("There are more than " + MAX_MODULES + " modules");
        }
        return modules;
    }
}
