package io.ymera.codebase;

import io.ymera.agent.TaskFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes a submission's files into a folder that nothing else writes to, and refuses whatever would end up elsewhere. */
public final class SourceTree {

    private static final Pattern PATH = Pattern.compile(SourceFile.PATH);
    private static final Logger LOG = Logger.getLogger(SourceTree.class);
    private static final int MAX_NAME_BYTES = 255;
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");

    private SourceTree() {}

    /**
     * Writes {@code files} below {@code folder}, which is made and must not have existed.
     *
     * @throws TaskFailedException permanent, naming the file, if one escapes, comes twice, is a file and a folder, or has a
     *     name that the file system can't hold
     */
    public static void write(List<SourceFile> files, Path folder) throws TaskFailedException, IOException {
        Set<Path> written = new HashSet<>();
        Files.createDirectory(folder);
        for (SourceFile file : files) {
            Path target = target(file.path(), folder);
            Path ancestor = folder;
            for (Path name : folder.relativize(target)) {
                ancestor = ancestor.resolve(name);
                if (!ancestor.equals(target) && written.contains(ancestor)) {
                    throw refused(file.path(), "is below a path that is a file");
                }
            }
            if (!written.add(target)) {
                throw refused(file.path(), "is there twice");
            }
            byte[] content = content(file);
            try {
                // Neither follows a link: there are none, because only this writes here and it makes none
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                throw refused(file.path(), "is a file and a folder");
            }
        }
    }

    /**
     * Copies a code base into an empty folder, for a program that may change it.
     *
     * @throws TaskFailedException retryable, if it can't be written
     */
    public static void copy(Project project, Path folder) throws TaskFailedException {
        try {
            for (String path : project.paths()) {
                Path target = folder.resolve(path);
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(project.folder().resolve(path), target, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    /**
     * Lets everybody on this machine read a code base who can reach its folder, so that a program in the sandbox, which is run by a user
     * of its own, can read it where it is.
     *
     * @throws TaskFailedException retryable, if that can't be done
     */
    public static void makeReadable(Project project) throws TaskFailedException {
        try {
            Files.walkFileTree(project.folder(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    Files.setPosixFilePermissions(folder, FOLDER);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        Files.setPosixFilePermissions(file, FILE);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    /** Deletes a folder that hostile programs wrote to, as far as that is possible; follows no link. The rest goes with the attempt. */
    public static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) {
                    try {
                        Files.deleteIfExists(each);
                    } catch (IOException e) {
                        // Something in it could not be deleted
                        return FileVisitResult.CONTINUE;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.debugf(e, "%s is left behind until the attempt ends", folder);
        }
    }

    /** The schema says the same; this does not rely on who checked it. */
    private static Path target(String path, Path folder) throws TaskFailedException {
        if (path.length() > SourceFile.MAX_PATH || !PATH.matcher(path).matches()) {
            throw refused(path, "is not a path inside a project: relative, divided by /, no . or .. segment");
        }
        try {
            Path target = folder.resolve(path).normalize();
            if (!target.startsWith(folder) || target.equals(folder)) {
                throw refused(path, "leads out of the project");
            }
            for (String segment : path.split("/")) {
                if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
                    throw refused(path, "has a name of more than " + MAX_NAME_BYTES + " bytes");
                }
            }
            return target;
        } catch (InvalidPathException e) {
            throw refused(path, "can't be a file's name here: " + e.getReason());
        }
    }

    private static TaskFailedException refused(String path, String why) {
        String shown = path.replaceAll("\\p{Cntrl}", "?");
        return TaskFailedException.permanent(
                "invalid_path", "\"" + (shown.length() > 100 ? shown.substring(0, 100) + "..." : shown) + "\" " + why);
    }

    private static byte[] content(SourceFile file) throws TaskFailedException {
        if (!file.encoding().equals(SourceFile.BASE64)) {
            return file.content().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(file.content());
        } catch (IllegalArgumentException e) {
            throw TaskFailedException.permanent(
                    "invalid_content", "\"" + file.path() + "\" is not valid base64: " + e.getMessage());
        }
    }
}
