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
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                look(secure, folder, 1);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Its file system went with the program's last process
        }
        return this;
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
        BasicFileAttributes attributes;
        try {
            attributes = folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (IOException e) {
            // Gone meanwhile
            return;
        }
        files++;
        if (attributes.isRegularFile() && !(countLinksOnce && again(attributes))) {
            bytes += (attributes.size() + BLOCK - 1) / BLOCK * BLOCK;
        }
        if (attributes.isDirectory()) {
            if (depth == DEEPEST) {
                tooDeep = true;
                return;
            }
            try {
                below(folder, name, path, depth);
            } catch (AccessDeniedException e) {
                if (unlock) {
                    belowUnlocked(folder, name, path, depth);
                } else {
                    locked = true;
                }
            } catch (IOException e) {
                // Gone or a link meanwhile
            }
        }
    }

    private void below(SecureDirectoryStream<Path> folder, Path name, Path path, int depth) throws IOException {
        try (SecureDirectoryStream<Path> below = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            look(below, path, depth + 1);
        }
    }

    /** Only when nobody can put a link there meanwhile. */
    private void belowUnlocked(SecureDirectoryStream<Path> folder, Path name, Path path, int depth) {
        try {
            Set<PosixFilePermission> before = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            below(folder, name, path, depth);
            Files.setPosixFilePermissions(path, before);
        } catch (IOException e) {
            locked = true;
        }
    }

    private boolean again(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return key != null && !seen.add(key);
    }
}
