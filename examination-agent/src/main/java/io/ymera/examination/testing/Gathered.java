package io.ymera.examination.testing;

import io.ymera.examination.lab.Incident;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one process after the other has told, of one part of the tests. Not thread-safe. */
final class Gathered {

    private static final int MAX_NOTES = 50;
    private static final int MAX_INCIDENTS = 100;

    private final List<TestRun> tests = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> bad = new LinkedHashSet<>();
    private final Set<String> skipped = new HashSet<>();
    private final Set<Incident> incidents = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private Totals totals = Totals.NONE;
    private boolean broken;
    private @Nullable String framework;

    void add(TestLog log) {
        tests.addAll(log.tests());
        ids.addAll(log.ids());
        bad.addAll(log.bad());
        skipped.addAll(log.skipped());
        log.incidents().forEach(this::incident);
        log.notes().forEach(this::note);
        totals = totals.plus(log.totals());
        framework = log.framework() == null ? framework : log.framework();
    }

    void add(Gathered other) {
        tests.addAll(other.tests);
        ids.addAll(other.ids);
        bad.addAll(other.bad);
        skipped.addAll(other.skipped);
        other.incidents.forEach(this::incident);
        other.notes.forEach(this::note);
        totals = totals.plus(other.totals);
        broken |= other.broken;
        framework = framework == null ? other.framework : framework;
    }

    void incident(Incident incident) {
        if (incidents.size() < MAX_INCIDENTS) {
            incidents.add(incident);
        }
    }

    void note(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    /** It did not come to its end, or nobody knows whether it did. */
    void broken(String why) {
        broken = true;
        note(why);
    }

    List<TestRun> tests() {
        return tests;
    }

    Set<String> ids() {
        return ids;
    }

    Set<String> bad() {
        return bad;
    }

    /** What was reported as skipped, also what is no test: a file, a class. */
    Set<String> skipped() {
        return skipped;
    }

    List<Incident> incidents() {
        return List.copyOf(incidents);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    Totals totals() {
        return totals;
    }

    @Nullable
    String framework() {
        return framework;
    }

    boolean tampered() {
        return incidents.stream().anyMatch(incident -> incident.kind().tampering());
    }

    Verdict verdict() {
        if (tampered()) {
            return Verdict.TAMPERED;
        }
        if (broken) {
            return Verdict.BROKEN;
        }
        // unittest calls a run with an unexpected success failed, pytest reports it as a failure where it is one
        boolean unexpected = "unittest".equals(framework) && totals.xpassed() > 0;
        if (totals.failed() + totals.errors() > 0 || unexpected) {
            return Verdict.FAILED;
        }
        return totals.passed() + totals.xpassed() > 0 ? Verdict.PASSED : Verdict.NO_TESTS;
    }
}
