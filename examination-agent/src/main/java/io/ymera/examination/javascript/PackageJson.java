package io.ymera.examination.javascript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a project's {@code package.json} says of its tests.
 *
 * @param test the script that {@code npm test} runs; empty if there is none
 * @param dependencies the packages that it needs, sorted
 */
record PackageJson(String test, Set<String> dependencies) {

    static final String NAME = "package.json";

    private static final long LONGEST = 1 << 20;

    /** The one at the top of a project; one that says nothing if it is not there or no JSON. */
    static PackageJson of(Project project) throws TaskFailedException {
        Path file = project.folder().resolve(NAME);
        try {
            if (!project.has(NAME) || Files.size(file) > LONGEST) {
                return new PackageJson("", Set.of());
            }
            JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(file));
            Set<String> dependencies = new TreeSet<>();
            root.path("dependencies").fieldNames().forEachRemaining(dependencies::add);
            root.path("devDependencies").fieldNames().forEachRemaining(dependencies::add);
            return new PackageJson(root.path("scripts").path("test").asText(""), dependencies);
        } catch (JsonProcessingException e) {
            return new PackageJson("", Set.of());
        } catch (IOException e) {
            throw Scripts.unavailable(e);
        }
    }

    /** Whether the script starts a program. */
    boolean starts(String program) {
        return test.matches("(?s).*(?:^|[\\s;&|/\"'])" + program + "(?:\\.js|\\.mjs)?(?:$|[\\s;&|\"']).*");
    }
}
