package io.ymera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** CONTRIBUTING shows classes that are here, compiled and run: {@link AgentKitTest} runs a task with the handler. */
class GuideTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void contributingShowsTheClassesAsTheyAre() throws IOException {
        Matcher blocks = JAVA_BLOCK.matcher(Files.readString(Path.of("../../CONTRIBUTING.md")));

        List<String> shown = blocks.results().map(block -> block.group(1)).toList();

        assertThat(shown).hasSize(2);
        assertThat(source("CountLines")).endsWith(shown.get(0));
        assertThat(source("CountLinesTest")).endsWith(shown.get(1));
    }

    private static String source(String name) throws IOException {
        return Files.readString(Path.of("src/test/java/io/ymera/agent/" + name + ".java"));
    }
}
