package io.ymera.examination.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.Json;
import io.ymera.examination.lab.LineSplitter;
import io.ymera.examination.lab.Tail;
import io.ymera.examination.lab.Texts;
import io.ymera.examination.testing.RunnerLine.Counts;
import io.ymera.sandbox.OutputListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run of the tests: reads the runner's lines from standard output and keeps the end of standard error.
 *
 * <p>The lines come from a process in which hostile code runs. A line that makes no sense is counted, not believed; no text
 * is kept beyond its bound; and the report stays below {@link #REPORT_BYTES} of JSON, whatever is written: first the texts of
 * later failures are left out, then passed tests, then all. Totals go on counting. Thread-safe.
 */
final class TestLog implements OutputListener {

    /** Characters of each failure's text. */
    static final int TEXT = 16 * 1024;

    static final int REPORT_BYTES = 850 * 1024;
    /** Of the report, with each failure's text; what comes later has none. */
    static final int TEXT_BYTES = 500 * 1024;

    private static final int PASSED_BYTES = 700 * 1024;
    private static final int ID = 1000;
    private static final int MAX_NOTES = 20;
    private static final int NOTE = 2000;
    /** A text of which each character is written as an escape, and the rest of the line. */
    private static final int LINE_BYTES = TEXT * 12 + 16 * 1024;

    private static final int STDERR = 8 * 1024;

    private final ObjectMapper json = Json.mapper();
    private final LineSplitter lines = new LineSplitter(LINE_BYTES, this::read);
    private final Tail stderr = new Tail(STDERR);
    private final Progress progress;

    private final List<TestRun> tests = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<String> notes = new ArrayList<>();
    private int size;
    private int unlisted;
    private int malformed;
    private double seconds;
    private @Nullable String framework;
    private @Nullable String running;
    private @Nullable Integer expected;
    private @Nullable Counts end;

    /** Told of each test as it ends. */
    interface Progress {
        void test(int done, @Nullable Integer expected, TestRun test);
    }

    TestLog(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void stdout(byte[] bytes) {
        lines.append(bytes);
    }

    @Override
    public void stderr(byte[] bytes) {
        stderr.append(bytes);
    }

    synchronized void note(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(Texts.bounded(note, NOTE));
        }
    }

    /** Whether the runner came to its end. */
    synchronized boolean complete() {
        return end != null;
    }

    /** How many tests ended, for example {@code 12 of 40 tests had finished; tests.test_x was running}. */
    synchronized String howFar() {
        String of = expected == null ? "" : " of " + expected;
        return done() + of + " tests had finished" + (running == null ? "" : "; " + running + " was running");
    }

    /** Adds an error for a run that ended before its tests did. */
    synchronized void brokenOff(String why) {
        String tail = stderr.toString();
        add(new TestRun(
                running == null ? "(test run)" : running,
                Outcome.ERROR,
                0,
                why + "; " + howFar() + (tail.isEmpty() ? "" : "\n\nThe end of standard error:\n" + tail)));
    }

    synchronized TestReport report(String frameworkWanted, String python) {
        int droppedLines = malformed + lines.dropped();
        if (droppedLines > 0) {
            note(droppedLines + " lines in the runner's output made no sense and were ignored");
        }
        if (unlisted > 0) {
            note(unlisted + " tests are counted but not listed, because the report would be too long");
        }
        Totals totals = totals();
        if (totals.tests() == 0 && tests.isEmpty()) {
            note("No tests were found");
        }
        String frameworkUsed = framework == null ? frameworkWanted : framework;
        return new TestReport(TestReport.BUILTIN, frameworkUsed, python, totals, tests, notes);
    }

    private Totals totals() {
        int passed = count(Outcome.PASSED);
        if (end == null) {
            return new Totals(
                    done(),
                    passed,
                    count(Outcome.FAILED),
                    count(Outcome.ERROR),
                    count(Outcome.SKIPPED),
                    count(Outcome.XFAILED),
                    count(Outcome.XPASSED),
                    seconds);
        }
        return new Totals(
                natural(end.tests()),
                passed,
                natural(end.failed()),
                natural(end.errors()),
                natural(end.skipped()),
                natural(end.xfailed()),
                natural(end.xpassed()),
                seconds(end.seconds()));
    }

    private void read(String line) {
        try {
            RunnerLine event = json.readValue(line, RunnerLine.class);
            switch (event == null ? "" : Objects.requireNonNullElse(event.event(), "")) {
                case "start" -> start(event);
                case "running" -> running = event.id() == null ? null : Texts.bounded(event.id(), ID);
                case "test" -> test(event);
                case "note" -> note(Objects.requireNonNullElse(event.text(), ""));
                case "end" -> end = Objects.requireNonNull(event.totals());
                default -> malformed++;
            }
        } catch (JsonProcessingException | NullPointerException e) {
            // Not an error of ours to log: submitted code can write here
            malformed++;
        }
    }

    private void start(RunnerLine event) {
        framework = "pytest".equals(event.framework()) ? "pytest" : "unittest";
        expected = event.expected() == null ? null : natural(event.expected());
    }

    private void test(RunnerLine event) {
        TestRun test = new TestRun(
                Texts.bounded(Objects.requireNonNull(event.id()), ID),
                Objects.requireNonNull(event.outcome()),
                seconds(event.seconds()),
                event.text() == null ? null : Texts.bounded(event.text(), TEXT));
        running = null;
        add(test);
        progress.test(done(), expected, test);
    }

    private void add(TestRun test) {
        counts.merge(test.outcome(), 1, Integer::sum);
        seconds += test.durationSeconds();
        TestRun listed = test;
        int bytes = bytes(listed);
        if (size + bytes > TEXT_BYTES && test.failure() != null) {
            listed = new TestRun(
                    test.id(), test.outcome(), test.durationSeconds(), "(left out: the report would be too long)");
            bytes = bytes(listed);
        }
        if (size + bytes > (test.outcome() == Outcome.PASSED ? PASSED_BYTES : REPORT_BYTES)) {
            unlisted++;
        } else {
            size += bytes;
            tests.add(listed);
        }
    }

    private int bytes(TestRun test) {
        try {
            return json.writeValueAsBytes(test).length + 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A cleaned test can't be written", e);
        }
    }

    private int done() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    private static int natural(@Nullable Integer value) {
        return Math.max(0, Objects.requireNonNullElse(value, 0));
    }

    private static double seconds(@Nullable Double value) {
        double seconds = Objects.requireNonNullElse(value, 0.0);
        return Double.isFinite(seconds) ? Math.clamp(seconds, 0, 1e6) : 0;
    }
}
