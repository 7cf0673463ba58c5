package io.ymera.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Adds up the files of folders that a program may be changing at the same time. Goes from folder to folder by open
 * descriptors and follows no link, so that it can't be led anywhere else, and gives up beyond the limits. As an ordinary
 * user it can't look into a folder that the program has locked.
 */
final class FilesLook {

    /** Nothing that is built has folders that deep; every level costs a descriptor. */
    static final int DEEPEST = 100;

    private static final long BLOCK = 4096;

    private final long mostBytes;
    private final int mostFiles;
    private final boolean countLinksOnce;
    private final Set<Object> seen = new HashSet<>();
    private long bytes;
    private int files;
    private boolean tooDeep;

    private FilesLook(long mostBytes, int mostFiles, boolean countLinksOnce) {
        this.mostBytes = mostBytes;
        this.mostFiles = mostFiles;
        this.countLinksOnce = countLinksOnce;
    }

    /**
     * Looks into a folder.
     *
     * @param mostBytes and {@code mostFiles}: where to stop
     */
    static FilesLook into(Path folder, long mostBytes, int mostFiles) {
        FilesLook quick = new FilesLook(mostBytes, mostFiles, false).look(folder);
        // What has several names is one file; that takes more to find out
        return quick.bytes > mostBytes && quick.files <= mostFiles
                ? new FilesLook(mostBytes, mostFiles, true).look(folder)
                : quick;
    }

    long bytes() {
        return bytes;
    }

    int files() {
        return files;
    }

    boolean tooMuch() {
        return bytes > mostBytes || files > mostFiles || tooDeep;
    }

    private FilesLook look(Path folder) {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                look(secure, 1);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Its file system went with the program's last process
        }
        return this;
    }

    private void look(SecureDirectoryStream<Path> folder, int depth) {
        try {
            for (Path entry : folder) {
                Path name = Objects.requireNonNull(entry.getFileName());
                count(folder, name, depth);
                if (tooMuch()) {
                    return;
                }
            }
        } catch (DirectoryIteratorException e) {
            // Gone meanwhile
        }
    }

    private void count(SecureDirectoryStream<Path> folder, Path name, int depth) {
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
            try (SecureDirectoryStream<Path> below = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                look(below, depth + 1);
            } catch (IOException e) {
                // Gone, locked or a link meanwhile
            }
        }
    }

    private boolean again(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return key != null && !seen.add(key);
    }
}
