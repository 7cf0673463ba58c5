package io.ymera.scanner.finding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something insecure.
 *
 * @param scan the kind of scan that says so, as in {@code secret_scan}
 * @param rule its rule, unique within the scan, in kebab case
 * @param cwe the weaknesses by number, the most exact first; empty if there is none that fits
 * @param severity how bad it is here, which may be less than the rule's usual
 * @param message one sentence to the author of the code; never contains a secret
 * @param fix what to do, in one or two sentences
 * @param location where
 * @param flow how data gets there, from its origin to {@code location}; empty where no data flows
 * @param anchor what stays the same when the lines around are moved, as in the name of the function and the text of the line; the
 *     fingerprint is made of it, of the rule and of the path
 * @param properties more, for readers of the report that know this scan
 */
public record Finding(
        String scan,
        String rule,
        List<Integer> cwe,
        Severity severity,
        String message,
        String fix,
        Location location,
        List<Step> flow,
        String anchor,
        Map<String, String> properties) {

    /** Copies the collections. */
    public Finding {
        cwe = List.copyOf(cwe);
        flow = List.copyOf(flow);
        properties = Map.copyOf(properties);
    }

    /** One in which no data flows. */
    public static Finding at(
            String scan,
            String rule,
            @Nullable Integer cwe,
            Severity severity,
            String message,
            String fix,
            Location location,
            String anchor) {
        return new Finding(
                scan,
                rule,
                cwe == null ? List.of() : List.of(cwe),
                severity,
                message,
                fix,
                location,
                List.of(),
                anchor,
                Map.of());
    }
}
