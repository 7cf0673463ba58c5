package io.ymera.codebase;

import io.ymera.agent.TaskFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Copies a code base, so that what runs in the copy leaves the original as it is. */
public final class WorkingCopy {

    private WorkingCopy() {}

    /**
     * Copies all of it. Links are left out: they would be followed outside of the sandbox.
     *
     * @param folder an empty folder
     * @throws TaskFailedException retryable, if it can't be written
     */
    public static void of(Project project, Path folder) throws TaskFailedException {
        try {
            for (String path : project.paths()) {
                Path from = project.folder().resolve(path);
                if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
                    Path to = folder.resolve(path);
                    Files.createDirectories(to.resolveSibling(""));
                    try (InputStream content = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS)) {
                        Files.copy(content, to);
                    }
                    to.toFile().setExecutable(Files.isExecutable(from));
                }
            }
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }
}
