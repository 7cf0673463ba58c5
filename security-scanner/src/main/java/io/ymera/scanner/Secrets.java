package io.ymera.scanner;

import io.ymera.scanner.secret.SecretScan;
import io.ymera.scanner.secret.history.GitHistory;
import io.ymera.scanner.source.SourceTree;
import java.time.ZoneOffset;

/** {@code secret_scan}: secrets in files and in what git remembers. */
final class Secrets implements Scan {

    private static final int MOST_VERSIONS = 200_000;
    private static final long MOST_BYTES = 1_000_000_000;

    @Override
    public String name() {
        return "secret_scan";
    }

    @Override
    public Output run(SourceTree tree, Job job, Progress progress) {
        Job.Options options = job.options();
        int longest = (int) Math.min(options.maxFileBytes(), Integer.MAX_VALUE);
        GitHistory.Bounds history = options.historyCommits() == 0
                ? null
                : new GitHistory.Bounds(options.historyCommits(), MOST_VERSIONS, MOST_BYTES, longest);
        return Output.of(SecretScan.scan(
                tree,
                new SecretScan.Options(
                        options.fingerprintKey(),
                        history,
                        job.today().atStartOfDay(ZoneOffset.UTC).toInstant())));
    }
}
