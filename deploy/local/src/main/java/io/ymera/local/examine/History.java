package io.ymera.local.examine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** The scores of earlier examinations of a folder, for trends: a file for each folder in the platform's home. */
public final class History {

    private static final int MOST = 50;
    private static final int NAME_DIGITS = 24;

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;

    /**
     * Of one folder.
     *
     * @param home the platform's home
     * @param folder the folder that is examined; what it is called by other links is the same
     */
    public History(Path home, Path folder) throws IOException {
        this.file = home.resolve("examinations").resolve(name(folder.toRealPath()) + ".json");
    }

    private static String name(Path folder) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(folder.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** What was kept, oldest first, as {@code quality_verification} wants it; nothing if it can't be read. */
    public ArrayNode previous() throws IOException {
        if (Files.exists(file)) {
            try {
                if (json.readTree(file.toFile()) instanceof ArrayNode list) {
                    return list;
                }
            } catch (JsonProcessingException e) {
                // Written by a run that was ended meanwhile, or by hand: begin again
            }
        }
        return json.createArrayNode();
    }

    /** Adds a report's scores; the oldest go when there are many. */
    public void add(JsonNode report, Instant at) throws IOException {
        ArrayNode list = previous();
        ObjectNode entry =
                list.addObject().put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        if (report.hasNonNull("overall")) {
            entry.set("overall", report.path("overall"));
        }
        for (JsonNode score : report.path("scores")) {
            if (score.hasNonNull("value")) {
                entry.set(score.path("name").asText(), score.path("value"));
            }
        }
        while (list.size() > MOST) {
            list.remove(0);
        }
        Files.createDirectories(file.resolveSibling(""));
        Path written = Files.write(file.resolveSibling(file.getFileName() + ".new"), json.writeValueAsBytes(list));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
