package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something insecure.
 *
 * @param scan the kind of scan that says so, as in {@code secret_scan}
 * @param rule the rule of the first source
 * @param severity how bad it is here
 * @param cwe the weaknesses by number, the most exact first; empty if there is none that fits
 * @param message one sentence to the author of the code; never contains a secret
 * @param fix what to do; empty if the source does not say
 * @param place where
 * @param flow how data gets there; empty where no data flows
 * @param sources who says so; the first one's words are these
 * @param fingerprint stays the same when lines are moved
 * @param baselineState whether it was known before
 * @param suppression why it does not count; null if it does
 * @param properties more, for readers that know this scan
 */
@RegisterForReflection
public record Finding(
        String scan,
        String rule,
        Severity severity,
        List<Integer> cwe,
        String message,
        String fix,
        Place place,
        List<Step> flow,
        List<Source> sources,
        String fingerprint,
        BaselineState baselineState,
        @Nullable Suppression suppression,
        Map<String, String> properties) {

    /** As one reads a report: by place, then by who says what. */
    public static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::place)
            .thenComparing(Finding::scan)
            .thenComparing(Finding::tool)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::fingerprint);

    /** The worst first, then by place. */
    public static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(BY_PLACE);

    /** Copies the collections. */
    public Finding {
        cwe = List.copyOf(cwe);
        flow = List.copyOf(flow);
        sources = List.copyOf(sources);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("Somebody has to say so");
        }
    }

    /** Who said so first. */
    String tool() {
        return sources.getFirst().tool();
    }

    /** Whether it is for or against the code: nobody suppressed it. */
    public boolean counts() {
        return suppression == null;
    }

    /** Whether it counts and was not known before. */
    public boolean isNew() {
        return counts() && baselineState == BaselineState.NEW;
    }

    Finding with(BaselineState state) {
        return new Finding(
                scan,
                rule,
                severity,
                cwe,
                message,
                fix,
                place,
                flow,
                sources,
                fingerprint,
                state,
                suppression,
                properties);
    }

    Finding with(List<Source> all) {
        return new Finding(
                scan,
                rule,
                severity,
                cwe,
                message,
                fix,
                place,
                flow,
                all,
                fingerprint,
                baselineState,
                suppression,
                properties);
    }

    Finding with(String print) {
        return new Finding(
                scan,
                rule,
                severity,
                cwe,
                message,
                fix,
                place,
                flow,
                sources,
                print,
                baselineState,
                suppression,
                properties);
    }
}
