package io.ymera.lab.tests;

import io.ymera.lab.agent.Calls;
import io.ymera.lab.agent.Guard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells what the framework says of each test. A container that fails (a class whose {@code @BeforeAll} throws) is told like a
 * test; what is in one that is skipped is told as skipped. Thread-safe.
 */
final class Reports implements TestExecutionListener {

    private static final String ALTERED_OUTCOME = "altered_outcome";
    private static final int MAX_NOTES = 20;
    private static final String[] MAY_REPORT = {
        "java.", "jdk.", "sun.", "org.junit.", "io.ymera.lab.", "org.apiguardian.", "javax."
    };

    private final Channel channel;
    private final Job job;
    private final TestIds ids;
    private final Controls controls;
    private final SecondWitness witness;
    private final Traces traces;
    private final Map<String, Long> started = new HashMap<>();
    private final Map<String, Long> calls = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> notRun = new HashSet<>();
    private int expected;
    private int notes;
    private @Nullable TestPlan plan;

    Reports(Channel channel, Job job, TestIds ids, Controls controls, SecondWitness witness) {
        this.channel = channel;
        this.job = job;
        this.ids = ids;
        this.controls = controls;
        this.witness = witness;
        this.traces = new Traces(job.textLimit(), job.textsLimit());
    }

    /** How many tests ended in which way, how many there were, and how many of them had no chance to run. */
    synchronized Map<String, Integer> counts() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("tests", counts.values().stream().mapToInt(Integer::intValue).sum());
        all.put("failed", counts.getOrDefault("failed", 0));
        all.put("errors", counts.getOrDefault("error", 0));
        all.put("skipped", counts.getOrDefault("skipped", 0));
        all.put("xfailed", 0);
        all.put("xpassed", 0);
        all.put("expected", expected);
        all.put("not_run", notRun.size());
        return all;
    }

    /** How many tests a plan has, of those that are known beforehand. */
    synchronized int expect(TestPlan plan) {
        this.plan = plan;
        expected = (int) plan.countTestIdentifiers(test -> test.isTest() && isOurs(ids.of(test)));
        return expected;
    }

    @Override
    public synchronized void dynamicTestRegistered(TestIdentifier test) {
        expected += test.isTest() && isOurs(ids.of(test)) ? 1 : 0;
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        String id = ids.of(test);
        started.put(test.getUniqueId(), System.nanoTime());
        if (test.isTest() && isOurs(id)) {
            calls.put(test.getUniqueId(), Calls.count());
            channel.send("running", "id", id);
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String id = ids.of(test);
        Long start = started.remove(test.getUniqueId());
        boolean again = !ended.add(test.getUniqueId());
        if (start == null || again) {
            incident(ALTERED_OUTCOME, id, again ? "It was reported to have ended twice" : "It ended, but never began");
        }
        check(test, id);
        @Nullable Long before = calls.remove(test.getUniqueId());
        double seconds = start == null ? 0 : (System.nanoTime() - start) / 1e9;
        @Nullable Throwable cause = result.getThrowable().orElse(null);
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    if (before != null) {
                        witness.against(test, before).ifPresent(objection -> object(id, objection));
                    }
                    tell(id, "passed", seconds, null);
                }
            }
            case ABORTED -> {
                String reason = cause == null ? "" : traces.message(cause);
                if (test.isTest()) {
                    tell(id, "skipped", seconds, reason);
                } else {
                    skipContent(test, reason);
                }
            }
            case FAILED -> {
                tell(id, cause instanceof AssertionError ? "failed" : "error", seconds, traces.of(cause));
                if (!test.isTest()) {
                    noteNotRun(test);
                }
            }
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        if (test.isTest() || content(test).isEmpty()) {
            ended.add(test.getUniqueId());
            skip(test, reason);
        } else {
            skipContent(test, reason);
        }
    }

    /** Tells of changed classes of the framework. */
    void tellChanges(@Nullable String id) {
        for (String changed = Guard.nextChanged(); changed != null; changed = Guard.nextChanged()) {
            incident("altered_framework", id, changed + " was redefined");
        }
    }

    void incident(String kind, @Nullable String id, String text) {
        channel.send("incident", "kind", kind, "id", id, "text", text);
    }

    private void object(String id, SecondWitness.Objection objection) {
        if (objection.accuses()) {
            incident(ALTERED_OUTCOME, id, objection.text());
        } else if (++notes <= MAX_NOTES) {
            channel.send("note", "text", id + ": " + objection.text());
        }
    }

    private void skipContent(TestIdentifier container, String reason) {
        for (TestIdentifier test : content(container)) {
            boolean template = !test.isTest() && content(test).isEmpty();
            if ((test.isTest() || template) && ended.add(test.getUniqueId())) {
                skip(test, reason);
            }
        }
    }

    private void skip(TestIdentifier test, String reason) {
        String id = ids.of(test);
        if (isOurs(id)) {
            // A template counts as one test when it is skipped as a whole
            expected += test.isTest() ? 0 : 1;
            channel.send("running", "id", id);
        }
        tell(id, "skipped", 0, reason);
    }

    private void noteNotRun(TestIdentifier container) {
        for (TestIdentifier test : content(container)) {
            if (test.isTest()
                    && isOurs(ids.of(test))
                    && !ended.contains(test.getUniqueId())
                    && !started.containsKey(test.getUniqueId())) {
                notRun.add(test.getUniqueId());
            }
        }
    }

    private boolean isOurs(String id) {
        return controls.control(id) == null && isWanted(id);
    }

    private Set<TestIdentifier> content(TestIdentifier container) {
        return plan == null ? Set.of() : plan.getDescendants(container);
    }

    private void tell(String id, String outcome, double seconds, @Nullable String text) {
        String control = controls.control(id);
        if (control != null) {
            controls.ended(control, outcome);
        } else if (isWanted(id)) {
            counts.merge(outcome, 1, Integer::sum);
            channel.send("test", "id", id, "outcome", outcome, "seconds", seconds, "text", text);
        }
    }

    /** Whether a test, known beforehand or not, was asked for: itself, or what it is in. */
    private boolean isWanted(String id) {
        if (job.except().contains(id)) {
            return false;
        }
        return job.only() == null
                || job.only().contains(id)
                || job.only().stream()
                        .anyMatch(only -> id.startsWith(only)
                                && id.length() > only.length()
                                && "[#$/".indexOf(id.charAt(only.length())) >= 0);
    }

    /** Only the framework itself says how a test ended; a test that gets at this listener by reflection is on the stack. */
    private void check(TestIdentifier test, String id) {
        tellChanges(id);
        boolean plain = test.isTest() && test.getUniqueId().startsWith("[engine:junit-jupiter]") && !id.endsWith("]");
        if (plain && !(Thread.currentThread() instanceof ForkJoinWorkerThread)) {
            StackWalker.getInstance()
                    .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                            .filter(Reports::mayNotReport)
                            .findFirst())
                    .ifPresent(name -> incident(ALTERED_OUTCOME, id, name + " reported how it ended"));
        }
    }

    private static boolean mayNotReport(String className) {
        for (String prefix : MAY_REPORT) {
            if (className.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }
}
