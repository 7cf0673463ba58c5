package io.ymera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void whatAKilledAgentLeftBehindIsDeletedAndNothingElse() throws Exception {
        Path notOurs = Files.createFile(folder.resolve("precious"));
        Path leftBehind = open().create(UUID.randomUUID());
        Files.createFile(leftBehind.resolve("draft"));

        Workspaces next = open();

        assertThat(leftBehind).doesNotExist();
        next.close();
        assertThat(folder)
                .isDirectoryContaining(notOurs::equals)
                .isDirectoryNotContaining(path -> !path.equals(notOurs));
    }

    private Workspaces open() {
        return new Workspaces(KitSettings.usual().withWorkDirectory(folder));
    }
}
