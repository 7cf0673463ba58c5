package io.ymera.scanner.report;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.finding.Step;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Findings and code bases to make reports of. */
final class Samples {

    static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    static final String CODE = "security_scan";
    static final String SECRETS = "secret_scan";

    private Samples() {}

    static Finding finding(String scan, String rule, int cwe, Severity severity, String path, int line) {
        return Finding.at(
                scan,
                rule,
                cwe,
                severity,
                "It is wrong",
                "Do it right",
                new Location(path, line, 3, line, 9),
                "f\n" + rule);
    }

    static Finding injection(String path, int line) {
        return finding(CODE, "sql-injection", 89, Severity.HIGH, path, line);
    }

    static Finding flow(String path, int line) {
        Finding plain = injection(path, line);
        List<Step> steps = List.of(
                new Step(Location.line(path, 1), "Comes in"),
                new Step(new Location(path, 2, 4, 2, 9), "Is put into a {0} [text](1)"),
                new Step(plain.location(), "Does harm"));
        return new Finding(
                plain.scan(),
                plain.rule(),
                plain.cwe(),
                plain.severity(),
                plain.message(),
                plain.fix(),
                plain.location(),
                steps,
                plain.anchor(),
                Map.of("exposure", "remote"));
    }

    static Ran ran(String scan, Finding... findings) {
        return new Ran(scan, new Findings(List.of(findings), List.of()), true);
    }

    static Report.Settings settings(Baseline baseline) {
        return new Report.Settings(TODAY, Severity.HIGH, baseline, true);
    }

    /** Of all scans that there are. */
    static Report report(SourceTree tree, Ran... scans) {
        return Report.of(tree, List.of(scans), true, settings(Baseline.NONE));
    }

    /** Paths and texts in turn. */
    static SourceTree tree(Path root, String... pathsAndTexts) throws IOException {
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            Path file = root.resolve(pathsAndTexts[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, pathsAndTexts[i + 1]);
        }
        return SourceTree.of(root, 1000, 20_000_000);
    }
}
