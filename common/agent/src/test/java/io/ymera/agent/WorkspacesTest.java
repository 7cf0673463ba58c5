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

    @Test
    void foldersDeeperThanAPathMayBeLongAreDeleted() throws Exception {
        // Given: a folder is moved into a deep one, which is moved into another, and so on
        Workspaces workspaces = open();
        Path workspace = workspaces.create(UUID.randomUUID());
        Path deep = Files.createFile(workspace.resolve("file"));
        for (int i = 0; i < 10; i++) {
            Path outer = workspace.resolve("outer" + i);
            Path inner = Files.createDirectories(outer.resolve(("a".repeat(100) + "/").repeat(15)));
            Files.move(deep, inner.resolve("next"));
            deep = outer;
        }

        // When
        workspaces.delete(workspace);

        // Then
        assertThat(workspace.getParent()).isEmptyDirectory();
        workspaces.close();
    }

    private Workspaces open() {
        return new Workspaces(KitSettings.usual().withWorkDirectory(folder));
    }
}
