package io.ymera.security.report;

import io.ymera.codebase.SourceLines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names for what other scanners found, which stay when lines are moved: a hash of the scan, the tool, its rule, the path and the line
 * without its spaces, and which one it is of those that have all this in common. Our own scanner makes its own.
 */
public final class Fingerprints {

    private static final int BYTES = 16;

    private Fingerprints() {}

    /** The same findings with fingerprints; the order of equal ones numbers them. */
    public static List<Finding> add(List<Finding> findings, SourceLines lines) {
        Map<String, Integer> seen = new HashMap<>();
        List<Finding> named = new ArrayList<>();
        for (Finding finding : findings.stream().sorted(Finding.BY_PLACE).toList()) {
            String line = lines.apply(finding.place().path(), finding.place().line());
            String hash = hash(
                    finding.scan(),
                    finding.tool(),
                    finding.rule(),
                    finding.place().path(),
                    line.replaceAll("\\s+", ""),
                    finding.properties().getOrDefault("package", ""));
            named.add(finding.with(hash + ":" + seen.merge(hash, 1, Integer::sum)));
        }
        return named;
    }

    private static String hash(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
