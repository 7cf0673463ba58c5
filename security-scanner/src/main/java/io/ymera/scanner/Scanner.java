package io.ymera.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.report.Ran;
import io.ymera.scanner.report.Report;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Does a job: runs its scans one after the other and makes a report of what they say. A scan that breaks, also by using up the stack or the heap,
 * is one that did not come to its end; the others are run all the same.
 */
public final class Scanner {

    /** Parsers and the engine follow the nesting of what they read, which strangers choose. */
    private static final long STACK = 512L << 20;

    private final Map<String, Scan> scans = new TreeMap<>();

    /** One that knows these. */
    public Scanner(List<Scan> scans) {
        scans.forEach(scan -> this.scans.put(scan.name(), scan));
    }

    /** What became of a job. */
    public record Result(Report report, Map<String, JsonNode> documents) {

        /** Copies the map. */
        public Result {
            documents = new TreeMap<>(documents);
        }
    }

    /** Is told how far the job is. */
    public interface Listener {
        /** Of one scan. */
        void progress(String scan, int done, int total);
    }

    /**
     * Does it, on another thread; returns when it is done.
     *
     * @throws IOException if the root can't be read
     * @throws InterruptedException if this thread is interrupted; the other then goes on until the program ends
     */
    public Result run(Job job, Listener listener) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        Runnable work = () -> {
            try {
                results.add(runHere(job, listener));
            } catch (IOException | RuntimeException | Error e) {
                failures.add(e);
            }
        };
        Thread thread = new Thread(null, work, "scans", STACK);
        thread.setDaemon(true);
        thread.start();
        thread.join();
        if (!failures.isEmpty()) {
            switch (failures.getFirst()) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                default ->
                    throw new IllegalStateException("The scanner broke: " + failures.getFirst(), failures.getFirst());
            }
        }
        return results.getFirst();
    }

    private Result runHere(Job job, Listener listener) throws IOException {
        Job.Options options = job.options();
        SourceTree tree = SourceTree.of(job.root(), options.maxFiles(), options.maxFileBytes());
        List<Ran> ran = new ArrayList<>();
        Map<String, JsonNode> documents = new TreeMap<>();
        for (String name : job.scans()) {
            Scan scan = scans.get(name);
            if (scan == null) {
                throw new BadJobException("There is no scan '" + name + "'");
            }
            Progress progress = new Progress(name, listener);
            progress.at(0, 1);
            ran.add(run(scan, tree, job, progress, documents));
            progress.at(1, 1);
        }
        boolean every = scans.keySet().stream().allMatch(job.scans()::contains);
        Report.Settings settings =
                new Report.Settings(job.today(), options.failAt(), options.baseline(), options.suppressions());
        return new Result(Report.of(tree, ran, every, settings), documents);
    }

    private static Ran run(
            Scan scan, SourceTree tree, Job job, Scan.Progress progress, Map<String, JsonNode> documents) {
        String broken;
        try {
            Scan.Output output = scan.run(tree, job, progress);
            documents.putAll(output.documents());
            return new Ran(scan.name(), wanted(output.findings(), job), true);
        } catch (BadJobException e) {
            throw e;
        } catch (StackOverflowError e) {
            broken = "the code is nested too deeply for it";
        } catch (OutOfMemoryError e) {
            broken = "it needs more memory than there is";
        } catch (Exception | Error e) {
            broken = describe(e);
        }
        Note note = new Note(null, "This scan broke off, and what it would find is not known: " + broken);
        return new Ran(scan.name(), new Findings(List.of(), List.of(note)), false);
    }

    /** The kind and the place only: messages of exceptions may quote what was read. */
    private static String describe(Throwable e) {
        String kind = e.getClass().getSimpleName();
        @Nullable StackTraceElement place = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
        return place == null
                ? kind
                : "%s in %s.%s, line %d"
                        .formatted(kind, place.getClassName(), place.getMethodName(), place.getLineNumber());
    }

    /** Of what is not exposed to anybody the job thinks of, nothing is said. */
    private static Findings wanted(Findings all, Job job) {
        List<Finding> wanted = all.findings().stream()
                .filter(finding -> {
                    String exposure = finding.properties().get("exposure");
                    return exposure == null || job.options().exposures().contains(exposure);
                })
                .toList();
        return new Findings(wanted, all.notes());
    }

    /** Passes on one call in a hundredth of the way. */
    private static final class Progress implements Scan.Progress {
        private final String scan;
        private final Listener listener;
        private int last = -1;

        Progress(String scan, Listener listener) {
            this.scan = scan;
            this.listener = listener;
        }

        @Override
        public void at(int done, int total) {
            int percent = total <= 0 ? 0 : (int) (100L * Math.clamp(done, 0, total) / total);
            if (percent > last) {
                last = percent;
                listener.progress(scan, done, total);
            }
        }
    }
}
