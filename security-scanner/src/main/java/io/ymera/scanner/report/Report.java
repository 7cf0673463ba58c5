package io.ymera.scanner.report;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.source.SourceTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a reader is told. In go what scans found and the tree in which they found it; out comes the same in a fixed order, each finding with its
 * fingerprint, whether it is new and whether somebody has suppressed it.
 *
 * @param scans which were run, in the order in which they were asked for
 * @param findings those that are not suppressed, by path and line
 * @param suppressed the others
 * @param absent what the baseline has and the code base no longer
 * @param againstBaseline whether there is a baseline at all
 */
public record Report(
        List<Ran> scans,
        Verdict verdict,
        Score score,
        List<Reported> findings,
        List<Reported> suppressed,
        List<Absent> absent,
        List<ReportNote> notes,
        boolean againstBaseline) {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::location)
            .thenComparing(Finding::scan)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::anchor)
            .thenComparing(Finding::message);

    /** Copies the lists. */
    public Report {
        scans = List.copyOf(scans);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        absent = List.copyOf(absent);
        notes = List.copyOf(notes);
    }

    /**
     * How a report is made.
     *
     * @param today against which suppressions expire
     * @param failAt the least severity of a new finding with which the code base fails
     * @param suppressions whether those in the code base are followed
     */
    public record Settings(LocalDate today, Severity failAt, Baseline baseline, boolean suppressions) {}

    /**
     * Makes one.
     *
     * @param everyScan whether these are all scans that there are, so that it can be said which suppressions nobody needs
     */
    public static Report of(SourceTree tree, List<Ran> scans, boolean everyScan, Settings settings) {
        List<Finding> all = new ArrayList<>();
        scans.forEach(scan -> all.addAll(scan.findings().findings()));
        all.sort(ORDER);
        List<String> fingerprints = Fingerprints.of(all);
        List<Reported> reported = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            reported.add(new Reported(all.get(i), fingerprints.get(i), List.of(), BaselineState.NEW, null));
        }
        Baseline baseline = settings.baseline();
        List<Reported> folded = new ArrayList<>();
        Folding.fold(reported).forEach(one -> folded.add(one.with(baseline.state(one))));
        boolean whole = scans.stream().allMatch(Ran::whole);
        List<ReportNote> notes = new ArrayList<>(baseline.notes());
        List<Reported> judged = folded;
        if (settings.suppressions()) {
            Suppressions suppressions = new Suppressions(tree, settings.today(), everyScan && whole);
            judged = suppressions.apply(folded);
            notes.addAll(suppressions.notes());
        }
        notes.addAll(ReportNote.of(null, tree.notes()));
        scans.forEach(
                scan -> notes.addAll(ReportNote.of(scan.name(), scan.findings().notes())));
        List<Reported> kept = judged.stream().filter(Reported::counts).toList();
        boolean failed = kept.stream()
                .anyMatch(one -> one.baselineState() == BaselineState.NEW
                        && one.finding().severity().compareTo(settings.failAt()) <= 0);
        return new Report(
                scans,
                failed ? Verdict.FAILED : whole ? Verdict.PASSED : Verdict.INCOMPLETE,
                Score.of(kept, scans),
                kept,
                judged.stream().filter(one -> !one.counts()).toList(),
                baseline.absent(new HashSet<>(fingerprints), scans),
                ReportNote.tidy(notes),
                baseline.given());
    }

    /**
     * How many findings are not suppressed.
     *
     * @param bySeverity each severity, also those of which there are none
     * @param byScan each scan that was run
     * @param fresh of them, those that are new
     */
    public record Counts(
            int total, Map<String, Integer> bySeverity, Map<String, Integer> byScan, int fresh, int suppressed) {}

    /** Counted. */
    public Counts counts() {
        Map<String, Integer> severities = new java.util.LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            severities.put(severity.toString(), 0);
        }
        Map<String, Integer> byScan = new TreeMap<>();
        scans.forEach(scan -> byScan.put(scan.name(), 0));
        int fresh = 0;
        for (Reported one : findings) {
            severities.merge(one.finding().severity().toString(), 1, Integer::sum);
            byScan.merge(one.finding().scan(), 1, Integer::sum);
            fresh += one.baselineState() == BaselineState.NEW ? 1 : 0;
        }
        return new Counts(findings.size(), severities, byScan, fresh, suppressed.size());
    }

    /** The fingerprints of all that is there, suppressed or not: the next report's baseline. */
    public Set<String> fingerprints() {
        Set<String> all = new java.util.TreeSet<>();
        findings.forEach(one -> one.fingerprints().forEach(all::add));
        suppressed.forEach(one -> one.fingerprints().forEach(all::add));
        return all;
    }
}
