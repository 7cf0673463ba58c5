package io.ymera.agent;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The folders that attempts work in, one each. Folders are deleted without following links out of them. */
@Singleton
class Workspaces {

    private static final Logger LOG = Logger.getLogger(Workspaces.class);

    /** In a work directory that is given: what else is there is not ours to delete. */
    private static final String FOLDER = "ymera-workspaces";

    private final Path root;

    Workspaces(AgentSettings settings) {
        try {
            if (settings.workDirectory().isPresent()) {
                root = Files.createDirectories(
                        settings.workDirectory().get().toAbsolutePath().resolve(FOLDER));
                deleteLeftovers();
            } else {
                root = Files.createTempDirectory(settings.name() + "-");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The work directory can't be set up; set ymera.agent.work-directory to one that can be written", e);
        }
    }

    /** A new empty folder that only we can enter. */
    Path create(UUID taskId) {
        try {
            return Files.createTempDirectory(root, taskId + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("No workspace can be made in " + root, e);
        }
    }

    void delete(Path workspace) {
        try {
            Deletion deletion = new Deletion(workspace);
            deletion.tooDeep.add(workspace);
            while (!deletion.tooDeep.isEmpty()) {
                Files.walkFileTree(deletion.tooDeep.removeFirst(), deletion);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The workspace %s could not be deleted: %s", workspace, e);
        }
    }

    @PreDestroy
    void close() {
        delete(root);
    }

    /** What an agent that was killed has left behind. */
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root)) {
            leftovers.forEach(this::delete);
        }
    }

    /**
     * What ran in a folder may have locked it, so folders are unlocked on the way, as far as they are ours. And it may have put
     * folders into folders until their path is longer than the system takes (PATH_MAX), so these are moved up and deleted there.
     */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        private static final int LONG = 2000;

        private final Path place;
        private final Deque<Path> tooDeep = new ArrayDeque<>();

        Deletion(Path place) {
            this.place = place;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            unlock(folder);
            if (folder.toString().length() > LONG) {
                tooDeep.add(Files.move(
                        folder, place.resolveSibling(UUID.randomUUID().toString())));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path folder, IOException failure) throws IOException {
            if (!Files.isDirectory(folder, NOFOLLOW_LINKS) || Files.isReadable(folder) || !unlock(folder)) {
                throw failure;
            }
            Files.walkFileTree(folder, this);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }

        private static boolean unlock(Path folder) {
            File file = folder.toFile();
            return file.setReadable(true, true) && file.setWritable(true, true) && file.setExecutable(true, true);
        }
    }
}
