package io.ymera.examination.testing;

import io.ymera.examination.lab.Incident;
import io.ymera.sandbox.Exit;
import java.util.Optional;

/**
 * How a process of tests ended that did not end as it should.
 *
 * @param outcome what becomes of the test that was running
 * @param why for people
 * @param incident what it counts as
 * @param last whether there is no point in going on
 */
record Ending(Outcome outcome, String why, Optional<Incident.Kind> incident, boolean last) {

    /** Of a process; empty means that a test took too long. */
    static Ending of(Optional<Exit> exit, TestLog log, TestOptions options) {
        if (exit.isEmpty()) {
            return limit(
                    Outcome.TIMED_OUT,
                    "The test took longer than " + options.testTimeout().toSeconds() + " s",
                    Incident.Kind.TIME_LIMIT);
        }
        return switch (exit.get().ended()) {
            case WALL_TIME ->
                new Ending(
                        Outcome.TIMED_OUT,
                        "The tests did not end within " + options.timeout().toSeconds() + " s",
                        Optional.of(Incident.Kind.TIME_LIMIT),
                        true);
            case CPU_TIME -> limit(Outcome.CRASHED, "The tests used their processor time up", Incident.Kind.TIME_LIMIT);
            case OUTPUT ->
                limit(Outcome.CRASHED, "The tests wrote more output than is allowed", Incident.Kind.OUTPUT_LIMIT);
            case MEMORY ->
                limit(Outcome.CRASHED, "The tests took more memory than is allowed", Incident.Kind.MEMORY_LIMIT);
            case DISK ->
                limit(Outcome.CRASHED, "The tests wrote more files than are allowed", Incident.Kind.DISK_LIMIT);
            case ITSELF -> byItself(exit.get(), log);
        };
    }

    private static Ending byItself(Exit exit, TestLog log) {
        String how = exit.signal() > 0 ? "was killed by signal " + exit.signal() : "ended with status " + exit.code();
        // A runner that can't begin says so and ends with a status of its own; nobody else ends it before a test
        boolean ended = log.inTest() || exit.code() == 0 || exit.signal() > 0;
        return new Ending(
                Outcome.CRASHED,
                "The runner " + how + " before the tests were done",
                ended ? Optional.of(Incident.Kind.ENDED_RUNNER) : Optional.empty(),
                false);
    }

    private static Ending limit(Outcome outcome, String why, Incident.Kind kind) {
        return new Ending(outcome, why, Optional.of(kind), false);
    }
}
