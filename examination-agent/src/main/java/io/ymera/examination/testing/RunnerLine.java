package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line that a runner wrote, without its seal. Which members an event has:
 *
 * <ul>
 *   <li>{@code start}: framework, expected (how many tests this process will run, or absent if that is not known yet)
 *   <li>{@code running}: id
 *   <li>{@code phase}: id of something that is no test, for example a file that is loaded; it is only heard of again if the process
 *       hangs or dies meanwhile
 *   <li>{@code test}: id, outcome, seconds, text (why it did not pass, or absent). An id that was not said to be running is a
 *       failure of something that is no test: a file that can't be loaded, a class whose set-up fails
 *   <li>{@code control}: id (one of the job's names), outcome; neither announced nor counted
 *   <li>{@code note}: text
 *   <li>{@code incident}: kind, id (the test that was running, or absent), text
 *   <li>{@code coverage}: path, executable, executed (line numbers)
 *   <li>{@code end}: totals
 * </ul>
 */
@RegisterForReflection
record RunnerLine(
        @Nullable String event,
        @Nullable String framework,
        @Nullable Integer expected,
        @Nullable String id,
        @Nullable Outcome outcome,
        @Nullable Double seconds,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String path,
        @Nullable List<@Nullable Integer> executable,
        @Nullable List<@Nullable Integer> executed,
        @Nullable Counts totals) {

    /**
     * What the framework counted.
     *
     * @param expected how many tests there were in the end, if more came while they ran; replaces what {@code start} said
     * @param notRun how many of those announced were not run for a reason that has been reported, for example because their
     *     class's set-up failed
     */
    @RegisterForReflection
    record Counts(
            @Nullable Integer tests,
            @Nullable Integer failed,
            @Nullable Integer errors,
            @Nullable Integer skipped,
            @Nullable Integer xfailed,
            @Nullable Integer xpassed,
            @Nullable Double seconds,
            @Nullable Integer expected,
            @Nullable Integer notRun) {}
}
