package io.ymera.scanner.advisory;

import io.ymera.scanner.dependency.Ecosystem;
import io.ymera.scanner.finding.Note;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of OSV's public data: {@code <root>/<ecosystem>/<id>.json}, or {@code <root>/<ecosystem>/all.zip}, or records straight in {@code root},
 * or {@code root} itself a zip. Each record is read once and forgotten unless it is about a package that is asked for. Zips are never unpacked
 * onto a disk, so names in them lead nowhere.
 */
public final class OsvMirror implements Advisories {

    private static final int LONGEST_RECORD = 8_000_000;
    private static final int MOST_RECORDS = 2_000_000;
    private static final int MOST_ADVISORIES = 100_000;
    private static final int MOST_NOTES = 20;
    /** Much more than all that OSV knows of one ecosystem. */
    private static final long MOST_BYTES = 8_000_000_000L;

    /** Before any advisory: Go's own files have the year 1. */
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    private final Path root;
    private final long mostBytes;

    /** @param root the folder, or a zip */
    public OsvMirror(Path root) {
        this(root, MOST_BYTES);
    }

    OsvMirror(Path root, long mostBytes) {
        this.root = root;
        this.mostBytes = mostBytes;
    }

    @Override
    public Answer about(Set<PackageName> packages) {
        return new Reading(packages).answer();
    }

    /** One pass over the mirror. */
    private final class Reading {
        private final Set<PackageName> packages;
        private final Map<String, Advisory> found = new TreeMap<>();
        private final List<Note> notes = new ArrayList<>();
        private @Nullable Instant newest;
        private int records;
        private int broken;
        private long bytes;
        private boolean full;

        Reading(Set<PackageName> packages) {
            this.packages = packages;
        }

        Answer answer() {
            if (Files.isRegularFile(root)) {
                zip(root);
            } else if (Files.isDirectory(root)) {
                folder(root);
                Set<String> ecosystems = new TreeSet<>();
                packages.forEach(one -> ecosystems.add(one.ecosystem().osv()));
                for (String ecosystem : ecosystems) {
                    if (Files.isDirectory(root.resolve(ecosystem))) {
                        folder(root.resolve(ecosystem));
                    } else if (known()) {
                        notes.add(new Note(null, "The mirror of advisories has nothing for " + ecosystem));
                    }
                }
            } else {
                notes.add(new Note(null, "The mirror of advisories is not there, so no vulnerability is known"));
            }
            if (broken > 0) {
                notes.add(new Note(null, "%,d records of the mirror could not be read".formatted(broken)));
            }
            if (full) {
                notes.add(new Note(null, "The mirror is larger than any that is read in full; the rest is left out"));
            }
            return new Answer(
                    List.copyOf(found.values()),
                    newest,
                    notes.stream().limit(MOST_NOTES).toList());
        }

        /** Whether the mirror is one folder per ecosystem. */
        private boolean known() {
            return Stream.of(Ecosystem.values()).anyMatch(one -> Files.isDirectory(root.resolve(one.osv())));
        }

        private void folder(Path folder) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.limit(MOST_RECORDS)
                        .sorted(Comparator.comparing(Path::toString))
                        .toList();
            } catch (IOException | RuntimeException e) {
                notes.add(new Note(null, "A folder of the mirror can't be read"));
                return;
            }
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (full || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (name.equals("all.zip")) {
                    zip(file);
                } else if (name.endsWith(".json")) {
                    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                        record(in);
                    } catch (IOException e) {
                        broken++;
                    }
                }
            }
        }

        private void zip(Path file) {
            try (ZipInputStream zip =
                    new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null && !full; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory() && entry.getName().endsWith(".json")) {
                        record(zip);
                    } else {
                        full |= !skipped(zip);
                    }
                }
            } catch (IOException | RuntimeException e) {
                notes.add(new Note(null, "A zip of the mirror is broken; what is behind the break is left out"));
            }
        }

        /** Reads one, but not to its end if that is too far; what a zip says of lengths is not believed. */
        private void record(InputStream in) throws IOException {
            byte[] content = in.readNBytes(LONGEST_RECORD + 1);
            bytes += content.length;
            full |= ++records > MOST_RECORDS || bytes > mostBytes || found.size() >= MOST_ADVISORIES;
            if (content.length > LONGEST_RECORD) {
                broken++;
                full |= in instanceof ZipInputStream && !skipped(in);
                return;
            }
            try {
                OsvRecord record = OsvRecord.of(content);
                Instant modified = instant(record.modified());
                if (modified != null && (newest == null || modified.isAfter(newest))) {
                    newest = modified;
                }
                if (!record.withdrawn()) {
                    record.about(packages).ifPresent(advisory -> found.putIfAbsent(advisory.id(), advisory));
                }
            } catch (IOException | RuntimeException | StackOverflowError e) {
                broken++;
            }
        }

        /** The rest of an entry has to be inflated to reach the next; whether that ended within bounds. */
        private boolean skipped(InputStream in) throws IOException {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    return false;
                }
            }
            return true;
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant parsed = text.isEmpty() ? FIRST : Instant.parse(text);
            return parsed.isAfter(FIRST) ? parsed : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
