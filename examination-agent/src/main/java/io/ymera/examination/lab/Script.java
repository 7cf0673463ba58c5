package io.ymera.examination.lab;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program in a language that needs no build, which runs in the sandbox: one file or several, which lie below a class as resources and
 * beside each other where it runs.
 *
 * @param neighbour the class
 * @param folder below the class's package; {@code .} for none
 * @param files the one that is started first, as the folder has them
 */
public record Script(Class<?> neighbour, String folder, List<String> files) {

    /** Copies the list. */
    public Script {
        files = List.copyOf(files);
    }

    /** Of these files. */
    public static Script of(Class<?> neighbour, String folder, String... files) {
        return new Script(neighbour, folder, List.of(files));
    }

    /** The file that is started, as it is called where it is written. */
    public String program() {
        return files.getFirst();
    }

    /** Writes all its files there; retryable if that fails. */
    public void write(Path to) throws TaskFailedException {
        try {
            for (String file : files) {
                Path name = Path.of(folder).resolve(file).normalize();
                Files.writeString(to.resolve(name.getFileName()), Resources.text(neighbour, name.toString()));
            }
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }
}
