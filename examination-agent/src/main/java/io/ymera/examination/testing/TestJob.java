package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runner is told, as one line of JSON on its standard input. A runner reads all of it, and closes it, before it loads any
 * code of the project.
 *
 * @param key of the {@link io.ymera.examination.lab.Seal}
 * @param framework what to run the tests with, in the words of the runner's {@link TestPlan}
 * @param only the ids of the tests to run, or null for all
 * @param except ids of tests not to run, because their outcome is known from a run that was broken off
 * @param shard which part to run, from 0: a file of tests, or a class, belongs to one part
 * @param shards how many parts there are
 * @param coverage whether to report which lines were executed
 * @param controls names for the tests that the runner adds and whose outcome is known; never seen by the project before
 * @param textLimit characters of a failure's text, each
 * @param textsLimit characters of all failures' texts
 */
@RegisterForReflection
public record TestJob(
        String key,
        String framework,
        @Nullable List<String> only,
        List<String> except,
        int shard,
        int shards,
        boolean coverage,
        List<String> controls,
        int textLimit,
        int textsLimit) {

    /** Copies the lists. */
    public TestJob {
        only = only == null ? null : List.copyOf(only);
        except = List.copyOf(except);
        controls = List.copyOf(controls);
    }
}
