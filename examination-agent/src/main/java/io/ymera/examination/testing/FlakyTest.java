package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A test that did not pass at first and passed when it was run again, alone, in a fresh process. The totals have its first outcome.
 *
 * @param id its name
 * @param first how it ended at first
 * @param passedInRun in which run it passed; the first one is 1
 */
@RegisterForReflection
public record FlakyTest(String id, Outcome first, int passedInRun) {}
