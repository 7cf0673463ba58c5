package io.ymera.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a TCP port, as far as this user may see it. Linux only: it reads /proc/net/tcp and the open
 * files of processes.
 *
 * @param pid its process id
 * @param command its program and arguments, shortened
 */
public record PortOwner(long pid, String command) {

    private static final String LISTEN = "0A";
    private static final int COLUMN_LOCAL = 1;
    private static final int COLUMN_STATE = 3;
    private static final int COLUMN_INODE = 9;
    private static final int LONGEST_COMMAND = 120;

    /** Who listens on {@code port}; empty if nobody does or it cannot be seen. */
    public static Optional<PortOwner> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (var lines = Files.lines(Path.of(table))) {
                lines.skip(1).map(line -> line.trim().split("\\s+")).forEach(row -> {
                    if (LISTEN.equals(row[COLUMN_STATE]) && portOf(row[COLUMN_LOCAL]) == port) {
                        sockets.add("socket:[" + row[COLUMN_INODE] + "]");
                    }
                });
            } catch (IOException e) {
                // not Linux, or no IPv6
            }
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(process -> new PortOwner(process.pid(), command(process.pid())));
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : open) {
                try {
                    if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                        return true;
                    }
                } catch (IOException e) {
                    // closed meanwhile
                }
            }
        } catch (IOException e) {
            // ended meanwhile, or another user's
        }
        return false;
    }

    private static String command(long pid) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            return command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "…";
        } catch (IOException e) {
            return "?";
        }
    }

    /** As in {@code process 4711 (python3 -m http.server)}. */
    @Override
    public String toString() {
        return "process %d (%s)".formatted(pid, command);
    }
}
