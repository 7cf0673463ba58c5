package io.ymera.scanner.report;

import io.ymera.scanner.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names for findings that stay when lines are moved: a hash of the scan, the rule, the path and the anchor, and which one it is of those that have
 * all this in common.
 */
final class Fingerprints {

    private static final int BYTES = 16;

    private Fingerprints() {}

    /** Those of findings, by position. The order of {@code findings} numbers the equal ones, so it should be that of their lines. */
    static List<String> of(List<Finding> findings) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> fingerprints = new ArrayList<>();
        for (Finding finding : findings) {
            String hash = hash(
                    finding.scan(),
                    tool(finding),
                    finding.rule(),
                    finding.location().path(),
                    plain(finding.anchor()));
            fingerprints.add(hash + ":" + seen.merge(hash, 1, Integer::sum));
        }
        return fingerprints;
    }

    /** Another program that found it, or nothing if it was us. */
    static String tool(Finding finding) {
        return finding.properties().getOrDefault("tool", "");
    }

    /** Indentation and the ends of lines differ from one editor to the next. */
    private static String plain(String anchor) {
        StringBuilder plain = new StringBuilder();
        anchor.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length before each part: no part can pretend to be two
                digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each JVM has SHA-256", e);
        }
    }
}
