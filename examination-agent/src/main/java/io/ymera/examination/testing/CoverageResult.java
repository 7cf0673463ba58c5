package io.ymera.examination.testing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What came of running a code base's tests with coverage.
 *
 * @param tests each test
 * @param coverage which lines they executed
 */
@RegisterForReflection
public record CoverageResult(TestReport tests, CoverageReport coverage) {}
