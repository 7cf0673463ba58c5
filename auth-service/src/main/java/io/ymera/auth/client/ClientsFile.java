package io.ymera.auth.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clients of the operator's file, and the SHA-256 of each one's secret. A plain digest is enough because the secrets are
 * 256 random bits, not words that somebody chose.
 */
final class ClientsFile {

    private static final Pattern LINE =
            Pattern.compile("(?<id>[^:]+):(?<digest>[0-9a-fA-F]{64}):(?<types>[a-z0-9_,*]+)");

    private final Map<String, FileClient> clients;

    private ClientsFile(Map<String, FileClient> clients) {
        this.clients = Collections.unmodifiableMap(clients);
    }

    /** That of an operator who has none. */
    static ClientsFile empty() {
        return new ClientsFile(Map.of());
    }

    /**
     * Reads lines of {@code client_id:sha256-hex-of-secret:task_type,task_type}, with {@code *} for all task types; empty lines and
     * those that begin with {@code #} are skipped.
     *
     * @throws IllegalArgumentException if the file can't be read or has another line; the message has the line's number and
     *     never its text
     */
    static ClientsFile read(Path file) {
        Map<String, FileClient> clients = new TreeMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            FileClient client = client(line, i + 1);
            if (clients.put(client.clientId(), client) != null) {
                throw new IllegalArgumentException("line %d has a client_id for the second time".formatted(i + 1));
            }
        }
        return new ClientsFile(clients);
    }

    private static FileClient client(String line, int number) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "line %d must be client_id:sha256-hex-of-secret:task_type,task_type, or :* for all task types"
                            .formatted(number));
        }
        if (!ClientId.isOne(parts.group("id"))) {
            throw new IllegalArgumentException("the client_id of line %d %s".formatted(number, ClientId.RULE));
        }
        byte[] hash = HexFormat.of().parseHex(parts.group("digest"));
        return new FileClient(parts.group("id"), new SecretHashes(hash), taskTypes(parts.group("types"), number));
    }

    private static SortedSet<String> taskTypes(String types, int number) {
        try {
            return TaskTypes.of(List.of(types.split(",", -1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the third part of line %d %s".formatted(number, e.getMessage()), e);
        }
    }

    Optional<FileClient> find(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    boolean has(String clientId) {
        return clients.containsKey(clientId);
    }

    /** In the order of their ids. */
    Collection<FileClient> all() {
        return clients.values();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file can't be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
