package io.ymera.examination.testing;

import java.util.Optional;

/**
 * What came of running a code base's tests.
 *
 * @param report each test
 * @param coverage which lines they executed, if that was asked for
 */
public record Examined(TestReport report, Optional<CoverageReport> coverage) {}
