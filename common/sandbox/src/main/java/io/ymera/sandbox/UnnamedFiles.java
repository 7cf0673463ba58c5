package io.ymera.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Files that a program has open and that have no name any more, so that no look into a folder finds them.
 *
 * @param memory bytes of those that are in memory (memfd_create(2), which the filter refuses where there is one)
 * @param disk bytes of those that are on a disk
 */
record UnnamedFiles(long memory, long disk) {

    /**
     * Looks through the open descriptors of all processes; the threads of one share theirs (see {@link SystemCallFilter}).
     * Those in {@code scratch} are counted with that file system.
     */
    static UnnamedFiles of(Inside inside) {
        Set<Object> scratch = new HashSet<>();
        for (Path folder : inside.scratch()) {
            attributes(folder).ifPresent(found -> scratch.add(found.device()));
        }
        long memory = 0;
        long disk = 0;
        Set<Object> seen = new HashSet<>();
        for (Seen process : inside.seen()) {
            File[] descriptors = inside.processes()
                    .resolve(process.id())
                    .resolve("fd")
                    .toFile()
                    .listFiles();
            for (File descriptor : descriptors == null ? new File[0] : descriptors) {
                // What its link says in words can be the name of a file too
                Found found = attributes(descriptor.toPath()).orElse(Found.NOTHING);
                if (found.links() > 0 || !seen.add(found.key())) {
                    continue;
                }
                if (target(descriptor.toPath()).startsWith("/memfd:")) {
                    memory += found.size();
                } else if (!scratch.contains(found.device())) {
                    disk += found.size();
                }
            }
        }
        return new UnnamedFiles(memory, disk);
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Found> attributes(Path path) {
        try {
            Map<String, Object> found = Files.readAttributes(path, "unix:dev,ino,nlink,size");
            return Optional.of(new Found(
                    Objects.requireNonNull(found.get("dev")),
                    Objects.requireNonNull(found.get("ino")),
                    ((Number) Objects.requireNonNull(found.get("nlink"))).longValue(),
                    ((Number) Objects.requireNonNull(found.get("size"))).longValue()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Found(Object device, Object inode, long links, long size) {

        static final Found NOTHING = new Found(0, 0, 1, 0);

        Object key() {
            return Map.entry(device, inode);
        }
    }
}
