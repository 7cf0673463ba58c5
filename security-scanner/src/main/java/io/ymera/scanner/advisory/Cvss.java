package io.ymera.scanner.advisory;

import io.ymera.scanner.finding.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Base scores of CVSS vectors: 3.0 and 3.1 by FIRST's formulas, 4.0 by its tables. */
final class Cvss {

    private Cvss() {}

    /** From 0 to 10; nothing if it can't be read. */
    static OptionalDouble score(String vector) {
        if (vector.startsWith("CVSS:3.0/") || vector.startsWith("CVSS:3.1/")) {
            return three(vector);
        }
        if (vector.startsWith("CVSS:4.0/") && vector.length() <= 300) {
            try {
                us.springett.cvss.Cvss parsed = us.springett.cvss.Cvss.fromVector(vector);
                return parsed == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(parsed.calculateScore().getBaseScore());
            } catch (RuntimeException e) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    /** By the newest version of CVSS that there is a vector for; of several, the worst. */
    static OptionalDouble best(List<String> vectors) {
        for (String version : List.of("CVSS:4.", "CVSS:3.")) {
            OptionalDouble best = vectors.stream()
                    .filter(vector -> vector.startsWith(version))
                    .map(Cvss::score)
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .max();
            if (best.isPresent()) {
                return best;
            }
        }
        return OptionalDouble.empty();
    }

    static Severity severity(double score) {
        return score >= 9
                ? Severity.CRITICAL
                : score >= 7 ? Severity.HIGH : score >= 4 ? Severity.MEDIUM : Severity.LOW;
    }

    private static OptionalDouble three(String vector) {
        Map<String, String> metrics = new HashMap<>();
        for (String part : vector.split("/", 50)) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                metrics.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        boolean changed = "C".equals(metrics.get("S"));
        double attack = of(metrics.get("AV"), Map.of("N", 0.85, "A", 0.62, "L", 0.55, "P", 0.2));
        double complexity = of(metrics.get("AC"), Map.of("L", 0.77, "H", 0.44));
        double privileges = of(
                metrics.get("PR"),
                changed ? Map.of("N", 0.85, "L", 0.68, "H", 0.5) : Map.of("N", 0.85, "L", 0.62, "H", 0.27));
        double interaction = of(metrics.get("UI"), Map.of("N", 0.85, "R", 0.62));
        Map<String, Double> impacts = Map.of("H", 0.56, "L", 0.22, "N", 0.0);
        double confidentiality = of(metrics.get("C"), impacts);
        double integrity = of(metrics.get("I"), impacts);
        double availability = of(metrics.get("A"), impacts);
        boolean scoped = changed || "U".equals(metrics.get("S"));
        double subscore = 1 - (1 - confidentiality) * (1 - integrity) * (1 - availability);
        double impact = changed ? 7.52 * (subscore - 0.029) - 3.25 * Math.pow(subscore - 0.02, 15) : 6.42 * subscore;
        double exploitability = 8.22 * attack * complexity * privileges * interaction;
        double sum = changed ? 1.08 * (impact + exploitability) : impact + exploitability;
        if (Double.isNaN(sum) || !scoped) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(impact <= 0 ? 0 : roundedUp(Math.min(sum, 10)));
    }

    /** Not a number if the metric is missing, which makes the score not a number as well. */
    private static double of(@Nullable String value, Map<String, Double> weights) {
        return value == null ? Double.NaN : weights.getOrDefault(value, Double.NaN);
    }

    /** To one decimal, upwards, in whole numbers as appendix A of CVSS 3.1 has it. */
    private static double roundedUp(double value) {
        long whole = Math.round(value * 100_000);
        return whole % 10_000 == 0 ? whole / 100_000.0 : (Math.floorDiv(whole, 10_000) + 1) / 10.0;
    }
}
