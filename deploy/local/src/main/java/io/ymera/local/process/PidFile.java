package io.ymera.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Remembers a process across runs of this program: its pid, and its {@link ProcessIdentity} so that no other one is taken for it. */
final class PidFile {

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    /** Remembers {@code process}; a process that has ended already is not remembered. */
    void write(ProcessHandle process) throws IOException {
        Optional<String> identity = ProcessIdentity.of(process);
        if (identity.isEmpty()) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, List.of(Long.toString(process.pid()), identity.get()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The process remembered, if it is still alive. */
    Optional<ProcessHandle> read() {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(process -> ProcessIdentity.of(process).equals(Optional.of(lines.get(1))));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
