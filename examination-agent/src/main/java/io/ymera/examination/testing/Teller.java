package io.ymera.examination.testing;

import io.ymera.agent.TaskContext;
import org.jspecify.annotations.Nullable;

/** Tells the client of each test of a suite as it ends, whichever part it belongs to. Thread-safe. */
final class Teller {

    private final TaskContext context;
    private final @Nullable Integer[] expected;
    private int done;

    Teller(TaskContext context, int parts) {
        this.context = context;
        this.expected = new Integer[parts];
    }

    TestLog.Progress of(int part) {
        return (found, test) -> test(part, found, test);
    }

    private synchronized void test(int part, @Nullable Integer found, TestRun test) {
        done++;
        if (expected[part] == null) {
            expected[part] = found;
        }
        int all = 0;
        for (Integer each : expected) {
            all = each == null || all < 0 ? -1 : all + each;
        }
        String of = all <= 0 ? "" : "/" + all;
        context.progress(all <= 0 ? 0 : (double) done / all, done + of + " " + test.id() + " " + test.outcome());
    }
}
