package io.ymera.security.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one of what several programs say about the same mistake: the same file, lines at most two apart, and weaknesses of one family,
 * or one vulnerability of one component. What a program says twice, it means twice. Our own words are kept where there are any.
 */
final class Folding {

    private static final int APART = 2;
    private static final String ADVISORY = "advisory";
    private static final String PACKAGE = "package";

    private static final Comparator<Finding> OURS_FIRST = Comparator.comparing(
                    (Finding finding) -> !finding.sources().getFirst().builtin())
            .thenComparing(Finding.BY_PLACE);

    private Folding() {}

    /** Folds; what comes out is in the order of places. */
    static List<Finding> fold(List<Finding> all) {
        Map<String, List<Finding>> byFile = new HashMap<>();
        for (Finding finding : all.stream().sorted(OURS_FIRST).toList()) {
            List<Finding> kept = byFile.computeIfAbsent(finding.place().path(), path -> new ArrayList<>());
            int same = same(kept, finding);
            if (same < 0) {
                kept.add(finding);
            } else {
                List<Source> sources = new ArrayList<>(kept.get(same).sources());
                sources.addAll(finding.sources());
                kept.set(same, kept.get(same).with(sources));
            }
        }
        return byFile.values().stream()
                .flatMap(List::stream)
                .sorted(Finding.BY_PLACE)
                .toList();
    }

    /** The nearest that says the same, or -1. */
    private static int same(List<Finding> kept, Finding finding) {
        int best = -1;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < kept.size(); i++) {
            int apart = Math.abs(kept.get(i).place().line() - finding.place().line());
            if (apart < distance && same(kept.get(i), finding, apart)) {
                best = i;
                distance = apart;
            }
        }
        return best;
    }

    private static boolean same(Finding one, Finding other, int apart) {
        if (one.sources().stream().anyMatch(source -> source.tool().equals(other.tool()))) {
            return false;
        }
        if (other.properties().containsKey(ADVISORY) || one.properties().containsKey(ADVISORY)) {
            return names(one).contains(other.properties().get(ADVISORY)) && sameComponent(one, other);
        }
        return apart <= APART && Weaknesses.related(one.cwe(), other.cwe());
    }

    /** We name a package by its URL, others by name and version: {@code pkg:maven/org.acme/core@1.0}, {@code org.acme:core@1.0}. */
    private static boolean sameComponent(Finding one, Finding other) {
        String purl = one.properties().getOrDefault("purl", "");
        String named = other.properties().getOrDefault(PACKAGE, "");
        return !named.isEmpty()
                && (named.equals(one.properties().get(PACKAGE))
                        || purl.replace("%40", "@").endsWith("/" + named.replace(':', '/')));
    }

    private static List<String> names(Finding finding) {
        List<String> names = new ArrayList<>(
                List.of(finding.properties().getOrDefault("aliases", "").split("[ ,]+")));
        names.remove("");
        names.add(finding.properties().getOrDefault(ADVISORY, ""));
        return names;
    }
}
