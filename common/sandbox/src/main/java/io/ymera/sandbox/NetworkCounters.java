package io.ymera.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The kernel's counters of one network namespace (RFC 4293's ipSystemStatsOutNoRoutes, RFC 4113's udpNoPorts). The open files
 * keep the namespace, so that the counters can be read when its last process is gone and they can't change any more.
 */
final class NetworkCounters implements AutoCloseable {

    private static final int LARGEST = 64 * 1024;

    private final RandomAccessFile snmp;
    private final Optional<RandomAccessFile> snmp6;

    private NetworkCounters(RandomAccessFile snmp, Optional<RandomAccessFile> snmp6) {
        this.snmp = snmp;
        this.snmp6 = snmp6;
    }

    /**
     * Those of the namespace of a process that runs.
     *
     * @param process its folder in {@code /proc}
     * @return empty if they can't be had
     */
    static Optional<NetworkCounters> of(Path process) {
        return open(process.resolve("net/snmp"))
                .map(snmp -> new NetworkCounters(snmp, open(process.resolve("net/snmp6"))));
    }

    /**
     * Empty if they can't be read.
     *
     * @param refused what was counted elsewhere
     */
    Optional<NetworkAttempts> read(long refused) {
        try {
            Map<String, Long> counters = new HashMap<>();
            pairsOfLines(text(snmp), counters);
            if (snmp6.isPresent()) {
                namesAndValues(text(snmp6.get()), counters);
            }
            return Optional.of(new NetworkAttempts(
                    sum(counters, "Ip:OutNoRoutes", "Ip6OutNoRoutes"),
                    sum(counters, "Udp:NoPorts", "Udp6NoPorts"),
                    refused));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        close(snmp);
        snmp6.ifPresent(NetworkCounters::close);
    }

    private static long sum(Map<String, Long> counters, String one, String other) {
        return counters.getOrDefault(one, 0L) + counters.getOrDefault(other, 0L);
    }

    /** Two lines for each protocol: "Ip: NAME NAME …", then "Ip: NUMBER NUMBER …". */
    private static void pairsOfLines(String text, Map<String, Long> counters) {
        String[] lines = text.split("\n");
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String[] names = lines[i].split(" ");
            String[] values = lines[i + 1].split(" ");
            for (int column = 1; column < Math.min(names.length, values.length); column++) {
                counters.put(names[0] + names[column], Long.parseLong(values[column]));
            }
        }
    }

    private static void namesAndValues(String text, Map<String, Long> counters) {
        for (String line : text.split("\n")) {
            String[] columns = line.split("\\s+");
            if (columns.length == 2) {
                counters.put(columns[0], Long.parseLong(columns[1]));
            }
        }
    }

    private static String text(RandomAccessFile file) throws IOException {
        file.seek(0);
        byte[] text = new byte[LARGEST];
        int length = 0;
        for (int read = file.read(text); read > 0; read = file.read(text, length, LARGEST - length)) {
            length += read;
        }
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }

    private static Optional<RandomAccessFile> open(Path path) {
        try {
            return Optional.of(new RandomAccessFile(path.toFile(), "r"));
        } catch (IOException e) {
            // No such process any more, or a kernel without IPv6
            return Optional.empty();
        }
    }

    private static void close(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // Only read from
        }
    }
}
