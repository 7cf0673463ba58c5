package io.ymera.security.scanner;

import io.ymera.codebase.SourceTree;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What the scanner keeps from one scan of a project to the next: files that are named after the content that they are about. A scan works
 * on a copy. Of what it leaves there, plain files with such names and within the bounds are kept, and all else is not, for it was
 * written beside what strangers wrote; what is in them is the scanner's to check. Thread-safe; two scans of one project at a time each have a copy,
 * and the last one's is kept.
 */
@Singleton
public class ScanCache {

    private static final Logger LOG = Logger.getLogger(ScanCache.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16,128}(?:\\.[a-z0-9]{1,10})?");
    private static final int MOST_FILES = 50_000;

    private final Lock lock = new ReentrantLock();
    private final ScannerConfig.Cache config;
    private final Clock clock;

    /** That of a configuration. */
    public ScanCache(ScannerConfig config, Clock clock) {
        this.config = config.cache();
        this.clock = clock;
    }

    /** A copy that a scan works on. */
    public final class Lease {
        private final Path kept;
        private final Path copy;

        private Lease(Path kept, Path copy) {
            this.kept = kept;
            this.copy = copy;
        }

        /** Keeps what the scan left; if that fails, nothing is kept. */
        void giveBack() {
            lock.lock();
            try {
                SourceTree.delete(kept);
                copy(copy, kept);
                Files.setLastModifiedTime(kept, FileTime.from(clock.instant()));
                makeRoom(kept.resolveSibling(""));
            } catch (IOException e) {
                LOG.warnf("What a scan left can't be kept: %s", e.getMessage());
                SourceTree.delete(kept);
            } finally {
                lock.unlock();
            }
        }
    }

    /** A copy of what is kept of a project, made at {@code copy}; nothing, if nothing is ever kept. */
    Optional<Lease> lend(String project, Path copy) {
        if (!config.enabled() || config.folder().isEmpty()) {
            return Optional.empty();
        }
        Path kept = config.folder().get().toAbsolutePath().normalize().resolve(name(project));
        lock.lock();
        try {
            Files.createDirectories(kept);
            copy(kept, copy);
            return Optional.of(new Lease(kept, copy));
        } catch (IOException e) {
            LOG.warnf("The cache of scans can't be used: %s", e.getMessage());
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a request that names a project gets anything from that. */
    public boolean isOn() {
        return config.enabled() && config.folder().isPresent();
    }

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        long left = (long) config.projectMib() << 20;
        int files = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(from)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (!NAME.matcher(name).matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                left -= Files.size(file);
                if (left < 0 || ++files > MOST_FILES) {
                    LOG.debugf("%s has more than is kept of a project", from);
                    return;
                }
                try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(content, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private void makeRoom(Path folder) throws IOException {
        List<Path> projects = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(projects::add);
        }
        projects.sort(Comparator.comparing(ScanCache::lastUse).reversed());
        projects.stream().skip(config.projects()).forEach(SourceTree::delete);
    }

    private static FileTime lastUse(Path folder) {
        try {
            return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** No name that a user chose is a folder's. */
    private static String name(String project) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(project.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
