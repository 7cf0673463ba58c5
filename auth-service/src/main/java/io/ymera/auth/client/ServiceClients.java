package io.ymera.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agents and services that may get a token, and the SHA-256 of each one's secret. A plain digest is enough because the
 * secrets are 256 random bits, not words that somebody chose.
 */
final class ServiceClients {

    private static final Pattern LINE = Pattern.compile("(?<id>[a-zA-Z0-9._-]{1,100}):(?<digest>[0-9a-fA-F]{64})");
    private static final byte[] NOBODYS_DIGEST = new byte[32];

    private final Map<String, byte[]> digests;

    ServiceClients(Map<String, byte[]> digests) {
        this.digests = Map.copyOf(digests);
    }

    /**
     * Reads lines of {@code client_id:sha256-hex-of-secret}; empty lines and those that begin with {@code #} are skipped.
     *
     * @throws IllegalArgumentException if the file can't be read or has another line; the message has the line's number and
     *     never its text
     */
    static ServiceClients read(Path file) {
        Map<String, byte[]> digests = new HashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("line %d must be client_id:sha256-hex-of-secret".formatted(i + 1));
            }
            if (digests.put(parts.group("id"), HexFormat.of().parseHex(parts.group("digest"))) != null) {
                throw new IllegalArgumentException("line %d has a client_id for the second time".formatted(i + 1));
            }
        }
        return new ServiceClients(digests);
    }

    /** Whether {@code secret} is that of {@code clientId}; takes the same time for a client that is unknown. */
    boolean authenticate(String clientId, String secret) {
        byte[] known = digests.get(clientId);
        boolean same = MessageDigest.isEqual(sha256(secret), known == null ? NOBODYS_DIGEST : known);
        return same && known != null;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
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
