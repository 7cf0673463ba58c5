package io.ymera.scanner;

import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.incremental.CacheFolder;
import io.ymera.scanner.incremental.CacheKey;
import io.ymera.scanner.incremental.Clean;
import io.ymera.scanner.secret.SecretScan;
import io.ymera.scanner.secret.history.GitHistory;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code secret_scan}: secrets in files and in what git remembers. */
final class Secrets implements Scan {

    private static final int MOST_VERSIONS = 200_000;
    private static final long MOST_BYTES = 1_000_000_000;

    @Override
    public String name() {
        return "secret_scan";
    }

    @Override
    public Output run(SourceTree tree, Job job, Progress progress) throws IOException {
        Job.Options options = job.options();
        int longest = (int) Math.min(options.maxFileBytes(), Integer.MAX_VALUE);
        GitHistory.Bounds history = options.historyCommits() == 0
                ? null
                : new GitHistory.Bounds(options.historyCommits(), MOST_VERSIONS, MOST_BYTES, longest);
        List<Note> notes = new ArrayList<>();
        Path folder = options.cache();
        Clean clean = folder == null
                ? Clean.none()
                : Clean.of(
                        name(),
                        new CacheFolder(folder, CacheKey.of(options.rules()), text -> notes.add(new Note(null, text))));
        Findings found = SecretScan.scan(
                tree,
                new SecretScan.Options(
                        options.fingerprintKey(),
                        history,
                        job.today().atStartOfDay(ZoneOffset.UTC).toInstant()),
                clean);
        clean.keep();
        notes.addAll(0, found.notes());
        return Output.of(new Findings(found.findings(), notes));
    }
}
