package io.ymera.security.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.lab.Bounded;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of what was found as fits into a report: the worst of it.
 *
 * @param findings by place
 * @param leftOut how many more there are
 * @param sarif the listed ones as a log, if that was asked for
 */
public record Listed(
        List<Finding> findings, int leftOut, @Nullable Map<String, Object> sarif) {

    private static final int MOST = 5000;
    /** With the SARIF log, which is about twice as long, and a bill of materials it stays below what a result may have. */
    private static final int MOST_BYTES = 3 << 19;

    private static final int MOST_DOCUMENT = 2 << 20;
    private static final int MOST_PRINTS = 2000;

    /** That of what was judged. */
    public static Listed of(Assessment assessment, boolean sarif, boolean compared) {
        List<Finding> worst =
                assessment.findings().stream().sorted(Finding.WORST_FIRST).toList();
        List<Finding> listed = Bounded.list(worst, MOST, MOST_BYTES).stream()
                .sorted(Finding.BY_PLACE)
                .toList();
        return new Listed(
                listed,
                worst.size() - listed.size(),
                sarif ? Sarif.log(listed, assessment.plan(), assessment.missing(), compared) : null);
    }

    /** Those that are told of what is gone. */
    public static List<String> absent(Assessment assessment) {
        return assessment
                .absent()
                .subList(0, Math.min(MOST_PRINTS, assessment.absent().size()));
    }

    /** A document, unless it is too long. */
    public static @Nullable JsonNode document(@Nullable JsonNode document, List<String> notes, String name) {
        if (document == null || document.toString().length() <= MOST_DOCUMENT) {
            return document;
        }
        notes.add("The %s is too long for this report, it has more than %,d characters".formatted(name, MOST_DOCUMENT));
        return null;
    }
}
