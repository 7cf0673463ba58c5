package io.ymera.scanner.report;

import io.ymera.scanner.finding.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding, and what the report adds.
 *
 * @param fingerprint stays the same when lines are moved
 * @param also the same weakness at the same place, as others found it
 * @param suppression null if none holds
 */
public record Reported(
        Finding finding,
        String fingerprint,
        List<Also> also,
        BaselineState baselineState,
        @Nullable Suppression suppression) {

    /** Copies the list. */
    public Reported {
        also = List.copyOf(also);
    }

    /**
     * Another finding that was folded into this one.
     *
     * @param tool the program that has it; empty if it is this one
     */
    public record Also(String scan, String tool, String rule, String fingerprint) {}

    /** Its own and those of what was folded into it. */
    Stream<String> fingerprints() {
        return Stream.concat(Stream.of(fingerprint), also.stream().map(Also::fingerprint));
    }

    /** By what a suppression may call it: its rule, with or without the scan in front. */
    boolean isOf(String rule) {
        return named(rule, finding.scan(), finding.rule())
                || also.stream().anyMatch(other -> named(rule, other.scan(), other.rule()));
    }

    private static boolean named(String written, String scan, String rule) {
        return written.equals(rule) || written.equals(scan + "/" + rule);
    }

    boolean counts() {
        return suppression == null;
    }

    Reported with(BaselineState state) {
        return new Reported(finding, fingerprint, also, state, suppression);
    }

    Reported with(Suppression suppression) {
        return new Reported(finding, fingerprint, also, baselineState, suppression);
    }
}
