package io.ymera.scanner.report;

import io.ymera.scanner.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one of what several scans or programs say about the same weakness in the same line. What one and the same scan says of a line stays as it
 * is: it knows that these are two.
 */
final class Folding {

    private static final Comparator<Reported> BEST = Comparator.comparing(
                    (Reported one) -> one.finding().severity())
            .thenComparing(one -> !Fingerprints.tool(one.finding()).isEmpty())
            .thenComparing(one -> -one.finding().flow().size())
            .thenComparing(one -> one.finding().scan());

    private Folding() {}

    /** In the order of {@code all}. */
    static List<Reported> fold(List<Reported> all) {
        Map<String, List<Reported>> lines = new LinkedHashMap<>();
        for (Reported one : all) {
            String line = one.finding().location().path() + "\n"
                    + one.finding().location().line();
            lines.computeIfAbsent(line, key -> new ArrayList<>()).add(one);
        }
        List<Reported> folded = new ArrayList<>();
        lines.values().forEach(line -> folded.addAll(line.size() == 1 ? line : line(line)));
        return folded;
    }

    private static List<Reported> line(List<Reported> line) {
        List<Reported> kept = new ArrayList<>();
        for (Reported one : line.stream().sorted(BEST).toList()) {
            int same = 0;
            while (same < kept.size() && !same(kept.get(same), one)) {
                same++;
            }
            if (same == kept.size()) {
                kept.add(one);
            } else {
                kept.set(same, with(kept.get(same), one));
            }
        }
        List<Reported> inOrder = new ArrayList<>(kept);
        inOrder.sort(Comparator.comparingInt(one -> position(line, one.fingerprint())));
        return inOrder;
    }

    private static int position(List<Reported> line, String fingerprint) {
        int at = 0;
        while (!line.get(at).fingerprint().equals(fingerprint)) {
            at++;
        }
        return at;
    }

    private static boolean same(Reported one, Reported other) {
        return !by(one.finding()).equals(by(other.finding()))
                && one.also().stream().noneMatch(also -> (also.scan() + "/" + also.tool()).equals(by(other.finding())))
                && !Collections.disjoint(one.finding().cwe(), other.finding().cwe());
    }

    private static String by(Finding finding) {
        return finding.scan() + "/" + Fingerprints.tool(finding);
    }

    private static Reported with(Reported one, Reported other) {
        List<Reported.Also> also = new ArrayList<>(one.also());
        Finding finding = other.finding();
        also.add(new Reported.Also(finding.scan(), Fingerprints.tool(finding), finding.rule(), other.fingerprint()));
        return new Reported(one.finding(), one.fingerprint(), also, one.baselineState(), one.suppression());
    }
}
