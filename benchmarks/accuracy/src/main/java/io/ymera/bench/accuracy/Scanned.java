package io.ymera.bench.accuracy;

import io.ymera.scanner.Job;
import io.ymera.scanner.Scan;
import io.ymera.scanner.Scanner;
import io.ymera.scanner.Scans;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.report.Ran;
import io.ymera.scanner.report.Reported;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What the scanner says of a folder.
 *
 * @param whole whether all scans came to their end
 */
record Scanned(List<Finding> findings, boolean whole) {

    /** Any day: nothing in a corpus expires. */
    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    /** Scans folders, one after the other, with rules that are read once. */
    static final class Eye {
        private final Scanner scanner;
        private final List<String> scans;

        /** @param scans which of those that there are */
        Eye(List<String> scans) {
            List<Scan> all = Scans.all();
            this.scanner = new Scanner(all);
            this.scans = all.stream().map(Scan::name).filter(scans::contains).toList();
        }

        List<String> scans() {
            return scans;
        }

        Scanned scan(Path root, Scanner.Listener listener) throws IOException, InterruptedException {
            Job job = new Job(root.toAbsolutePath(), "code", scans, TODAY, Job.Options.DEFAULTS);
            Scanner.Result result = scanner.run(job, listener);
            return new Scanned(
                    result.report().findings().stream().map(Reported::finding).toList(),
                    result.report().scans().stream().allMatch(Ran::whole));
        }
    }
}
