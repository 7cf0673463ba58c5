package io.ymera.sandbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the files of folders that a program may be changing at the same time. Goes from folder to folder by open
 * descriptors and follows no link, so that it can't be led anywhere else, and gives up beyond the limits. An agent that is
 * not root can't look into a folder that the program has locked, as long as the program runs; when it has ended, such a
 * folder is unlocked for the look.
 */
final class FilesLook {

    /** Nothing that is built has folders that deep; every level costs a descriptor. */
    static final int DEEPEST = 100;

    private static final long BLOCK = 4096;

    private final long mostBytes;
    private final int mostFiles;
    private final boolean countLinksOnce;
    private final boolean unlock;
    private final Set<Object> seen = new HashSet<>();
    private long bytes;
    private int files;
    private boolean tooDeep;
    private boolean locked;

    private FilesLook(long mostBytes, int mostFiles, boolean countLinksOnce, boolean unlock) {
        this.mostBytes = mostBytes;
        this.mostFiles = mostFiles;
        this.countLinksOnce = countLinksOnce;
        this.unlock = unlock;
    }

    /**
     * Looks into a folder while the program runs.
     *
     * @param mostBytes and {@code mostFiles}: where to stop
     */
    static FilesLook during(Path folder, long mostBytes, int mostFiles) {
        return into(folder, mostBytes, mostFiles, false);
    }

    /** Looks into a folder that nobody changes any more. */
    static FilesLook after(Path folder, long mostBytes, int mostFiles) {
        return into(folder, mostBytes, mostFiles, true);
    }

    private static FilesLook into(Path folder, long mostBytes, int mostFiles, boolean unlock) {
        FilesLook quick = new FilesLook(mostBytes, mostFiles, false, unlock).look(folder);
        // What has several names is one file; that takes more to find out
        return quick.bytes > mostBytes && quick.files <= mostFiles
                ? new FilesLook(mostBytes, mostFiles, true, unlock).look(folder)
                : quick;
    }

    long bytes() {
        return bytes;
    }

    int files() {
        return files;
    }

    /** Whether there are folders that could not be looked into. */
    boolean locked() {
        return locked;
    }

    boolean tooMuch() {
        return bytes > mostBytes || files > mostFiles || tooDeep;
    }

    private FilesLook look(Path folder) {
        try {
            orUnlocked(folder, () -> top(folder));
        } catch (IOException | DirectoryIteratorException e) {
            // Its file system went with the program's last process
        }
        return this;
    }

    private void top(Path folder) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                look(secure, folder, 1);
            }
        }
    }

    private void look(SecureDirectoryStream<Path> folder, Path path, int depth) {
        try {
            for (Path entry : folder) {
                Path name = Objects.requireNonNull(entry.getFileName());
                count(folder, name, path.resolve(name), depth);
                if (tooMuch()) {
                    return;
                }
            }
        } catch (DirectoryIteratorException e) {
            // Gone meanwhile
        }
    }

    private void count(SecureDirectoryStream<Path> folder, Path name, Path path, int depth) {
        try {
            count(
                    folder,
                    name,
                    folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .readAttributes(),
                    path,
                    depth);
        } catch (IOException e) {
            // Gone or a link meanwhile
        }
    }

    private void count(
            SecureDirectoryStream<Path> folder, Path name, BasicFileAttributes attributes, Path path, int depth)
            throws IOException {
        files++;
        if (attributes.isRegularFile() && !(countLinksOnce && again(attributes))) {
            bytes += (attributes.size() + BLOCK - 1) / BLOCK * BLOCK;
        }
        if (attributes.isDirectory()) {
            if (depth == DEEPEST) {
                tooDeep = true;
                return;
            }
            orUnlocked(path, () -> below(folder, name, attributes.fileKey(), path, depth));
        }
    }

    /**
     * A pipe that has taken the folder's place meanwhile would keep whoever opens it waiting. The dot behind the name lets
     * nothing be opened but a folder; whether a link has led to it, the key tells.
     */
    private void below(SecureDirectoryStream<Path> folder, Path name, @Nullable Object key, Path path, int depth)
            throws IOException {
        try (SecureDirectoryStream<Path> below =
                folder.newDirectoryStream(name.resolve("."), LinkOption.NOFOLLOW_LINKS)) {
            Object opened = below.getFileAttributeView(BasicFileAttributeView.class)
                    .readAttributes()
                    .fileKey();
            if (Objects.equals(opened, key)) {
                look(below, path, depth + 1);
            }
        }
    }

    /** Unlocks a folder where it has to and may: only when nobody can put a link there meanwhile. */
    private void orUnlocked(Path path, Looking looking) throws IOException {
        try {
            looking.look();
        } catch (AccessDeniedException e) {
            locked |= !unlock || !unlocked(path, looking);
        }
    }

    private static boolean unlocked(Path path, Looking looking) {
        try {
            Set<PosixFilePermission> before = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            try {
                looking.look();
            } finally {
                Files.setPosixFilePermissions(path, before);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What is done in a folder that may be locked. */
    private interface Looking {
        void look() throws IOException;
    }

    private boolean again(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return key != null && !seen.add(key);
    }
}
