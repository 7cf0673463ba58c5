package io.ymera.examination.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.codebase.lab.LineSplitter;
import io.ymera.codebase.lab.Tail;
import io.ymera.codebase.lab.Texts;
import io.ymera.contracts.Json;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.lab.Seal;
import io.ymera.examination.testing.RunnerLine.Counts;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.NetworkAttempts;
import io.ymera.sandbox.OutputListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one process that runs tests: reads the runner's sealed lines from standard output and keeps the end of standard error.
 *
 * <p>Hostile code runs in that process. A line without the seal is an {@link Incident}, never an outcome; no text is kept beyond its
 * bound; lists end where they get long. Thread-safe.
 */
final class TestLog implements OutputListener {

    /** Characters of each failure's text. */
    static final int TEXT = 16 * 1024;

    private static final int ID = 1000;
    private static final int MAX_NOTES = 20;
    private static final int MAX_INCIDENTS = 50;
    private static final int FORGERIES_SHOWN = 3;
    private static final int FORGERY = 200;
    private static final int NOTE = 2000;
    /** A failure's text of which each character is written as an escape, or the lines of a very long file. */
    private static final int LINE_BYTES = 1 << 20;

    private static final int STDERR = 8 * 1024;

    private final ObjectMapper json = Json.mapper();
    private final LineSplitter lines = new LineSplitter(LINE_BYTES, this::read);
    private final Tail stderr = new Tail(STDERR);
    private final Seal seal;
    private final Controls controls;
    private final Set<String> known;
    private final Room room;
    private final CoverageData coverage;
    private final Progress progress;

    private final List<TestRun> tests = new ArrayList<>();
    private final Set<String> ran = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> bad = new LinkedHashSet<>();
    private final Set<String> skipped = new HashSet<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Set<Incident> incidents = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private int forged;
    private int malformed;
    private double seconds;
    private @Nullable String framework;
    private @Nullable String running;
    private @Nullable String latest;
    private @Nullable Integer expected;
    private @Nullable Counts end;
    private boolean started;
    private long heardAt = System.nanoTime();

    /** Told of each test as it ends. */
    interface Progress {
        void test(@Nullable Integer expected, TestRun test);
    }

    /**
     * One for a process.
     *
     * @param known ids that other processes have reported; what this one says of them is not wanted
     * @param room for the tests, shared with other processes
     */
    TestLog(Seal seal, Controls controls, Set<String> known, Room room, CoverageData coverage, Progress progress) {
        this.seal = seal;
        this.controls = controls;
        this.known = Set.copyOf(known);
        this.room = room;
        this.coverage = coverage;
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

    /** How much longer it may be silent if a test may take {@code longest}; not positive if it has been too long. */
    synchronized Duration patience(Duration longest) {
        // Loading a project is no test: only the time for all tests bounds it
        return started ? longest.minusNanos(System.nanoTime() - heardAt) : longest;
    }

    /** Whether the runner came to its end. */
    synchronized boolean complete() {
        return end != null;
    }

    /** Whether a test is running. */
    synchronized boolean inTest() {
        return running != null;
    }

    /** How many tests ended, for example {@code 12 of 40 tests had finished; tests.test_x was running}. */
    synchronized String howFar() {
        String of = expected == null ? "" : " of " + expected;
        return told.size() + of + " tests had finished" + (running == null ? "" : "; " + running + " was running");
    }

    /** Notes something that it did. */
    synchronized void incident(Incident.Kind kind, @Nullable String test, String detail) {
        if (incidents.size() < MAX_INCIDENTS) {
            incidents.add(new Incident(kind, test, Texts.bounded(detail, NOTE)));
        }
    }

    /** Without numbers, which differ from run to run. */
    private static String tried(NetworkAttempts network) {
        List<String> kinds = new ArrayList<>();
        if (network.lookups() > 0) {
            kinds.add("a host's name was looked up");
        }
        if (network.connections() > 0) {
            kinds.add("something was sent to an address outside of its own loopback");
        }
        if (network.refused() > 0) {
            kinds.add("the proxy was asked for what is not allowed");
        }
        return String.join(", ", kinds);
    }

    /** What the sandbox saw of the process; the runner's own words for it say more. */
    synchronized void ended(Exit exit) {
        boolean told = incidents.stream().anyMatch(incident -> incident.kind() == Incident.Kind.NETWORK);
        Optional<NetworkAttempts> network = exit.network().filter(NetworkAttempts::any);
        if (!told && network.isPresent()) {
            incident(Incident.Kind.NETWORK, null, "Tried to reach a network: " + tried(network.get()));
        }
        if (exit.usage().reachedProcesses()) {
            incident(Incident.Kind.PROCESS_LIMIT, null, "Had as many processes as are allowed");
        }
    }

    /**
     * Gives the test that ran last an outcome that it can't report itself.
     *
     * @return it, or null if none had begun
     */
    synchronized @Nullable String blame(Outcome outcome, String why) {
        String test = running == null ? latest : running;
        String tail = stderr.toString();
        add(new TestRun(
                test == null ? "(test run)" : test,
                outcome,
                0,
                Texts.bounded(
                        why + "; " + howFar() + (tail.isEmpty() ? "" : "\n\nThe end of standard error:\n" + tail),
                        TEXT)));
        return test;
    }

    /** What was listed, in the order in which it ended. */
    synchronized List<TestRun> tests() {
        return List.copyOf(tests);
    }

    /** Every id that something was said of. */
    synchronized Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(ran);
        ids.addAll(told);
        return ids;
    }

    /** Tests that ran and did not pass. */
    synchronized Set<String> bad() {
        Set<String> tests = new LinkedHashSet<>(bad);
        tests.retainAll(ran);
        return tests;
    }

    /** What was not run on purpose. */
    synchronized Set<String> skipped() {
        return Set.copyOf(skipped);
    }

    synchronized List<Incident> incidents() {
        List<Incident> all = new ArrayList<>(incidents);
        String seen = complete() ? controls.complaint() : controls.wrong();
        if (!seen.isEmpty()) {
            all.add(new Incident(Incident.Kind.FAILED_CONTROL, null, seen));
        }
        return all;
    }

    synchronized List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(controls.notes());
        if (forged > 0) {
            all.add(forged + " lines on the runner's own channel were not the runner's and were ignored");
        }
        if (malformed + lines.dropped() > 0) {
            all.add(malformed + lines.dropped() + " lines in the runner's output made no sense and were ignored");
        }
        return all;
    }

    synchronized @Nullable String framework() {
        return framework;
    }

    /** Why what it says is not the whole story, or empty. */
    synchronized String contradiction() {
        if (end == null) {
            return "";
        }
        if (!started) {
            return "The runner never said which tests there are";
        }
        Integer announced = end.expected() == null ? expected : end.expected();
        int accounted = ran.size() + natural(end.notRun());
        if (announced != null && announced != accounted) {
            return "Of " + announced + " tests that were found, " + ran.size() + " were run";
        }
        if (!told.containsAll(ran) && known.isEmpty()) {
            return "Of " + ran.size() + " tests that began, some were never reported";
        }
        boolean badSeen = counts.keySet().stream().anyMatch(Outcome::bad);
        boolean badCounted = natural(end.failed()) + natural(end.errors()) > 0;
        if (known.isEmpty() && badSeen != badCounted) {
            return "The framework counted " + natural(end.failed()) + " failures and " + natural(end.errors())
                    + " errors, which is not what was reported test by test";
        }
        return "";
    }

    /** Counts as the framework made them; counted here where it did not come to its end, or where others had begun. */
    synchronized Totals totals() {
        int passed = count(Outcome.PASSED);
        if (end == null || !known.isEmpty()) {
            int errors = count(Outcome.ERROR) + count(Outcome.TIMED_OUT) + count(Outcome.CRASHED);
            return new Totals(
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    passed,
                    count(Outcome.FAILED),
                    errors,
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
        if (line.isEmpty()) {
            return;
        }
        String sealed = seal.open(line).orElse(null);
        if (sealed == null) {
            forged++;
            if (forged <= FORGERIES_SHOWN) {
                incident(
                        Incident.Kind.FORGED_REPORT,
                        running,
                        "A line without the runner's seal: " + Texts.bounded(line, FORGERY));
            }
            return;
        }
        heardAt = System.nanoTime();
        try {
            event(Objects.requireNonNull(json.readValue(sealed, RunnerLine.class)));
        } catch (JsonProcessingException | NullPointerException | IllegalArgumentException e) {
            // Not an error of ours to log: texts in it are the submitted code's
            malformed++;
        }
    }

    private void event(RunnerLine event) {
        switch (Objects.requireNonNullElse(event.event(), "")) {
            case "start" -> start(event);
            case "running" -> running(Texts.bounded(Objects.requireNonNull(event.id()), ID));
            case "phase" -> phase(Texts.bounded(Objects.requireNonNull(event.id()), ID));
            case "test" -> test(event);
            case "control" ->
                controls.ended(Objects.requireNonNull(event.id()), Objects.requireNonNull(event.outcome()));
            case "note" -> note(Objects.requireNonNullElse(event.text(), ""));
            case "incident" ->
                incident(
                        Incident.Kind.valueOf(
                                Objects.requireNonNull(event.kind()).toUpperCase(java.util.Locale.ROOT)),
                        event.id() == null ? null : Texts.bounded(event.id(), ID),
                        Objects.requireNonNullElse(event.text(), ""));
            case "coverage" -> coverage.add(event.path(), event.executable(), event.executed());
            case "end" -> {
                end = Objects.requireNonNull(event.totals());
                running = null;
            }
            default -> malformed++;
        }
    }

    private void note(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(Texts.bounded(note, NOTE));
        }
    }

    private void start(RunnerLine event) {
        started = true;
        framework = event.framework() == null ? null : Texts.bounded(event.framework(), ID);
        expected = event.expected() == null ? null : natural(event.expected());
    }

    private void phase(String id) {
        running = id;
        latest = id;
    }

    private void running(String id) {
        running = id;
        latest = id;
        ran.add(id);
    }

    private void test(RunnerLine event) {
        TestRun test = new TestRun(
                Texts.bounded(Objects.requireNonNull(event.id()), ID),
                Objects.requireNonNull(event.outcome()),
                seconds(event.seconds()),
                event.text() == null ? null : Texts.bounded(event.text(), TEXT));
        if (test.id().equals(running)) {
            running = null;
        }
        if (!known.contains(test.id())) {
            add(test);
            progress.test(expected, test);
        }
    }

    private void add(TestRun test) {
        counts.merge(test.outcome(), 1, Integer::sum);
        seconds += test.durationSeconds();
        told.add(test.id());
        if (test.outcome().bad()) {
            bad.add(test.id());
        }
        if (test.outcome() == Outcome.SKIPPED) {
            skipped.add(test.id());
        }
        TestRun listed = room.admit(test);
        if (listed != null) {
            tests.add(listed);
        }
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
