package io.ymera.scanner.report;

import io.ymera.scanner.finding.Findings;

/**
 * A scan that was asked for.
 *
 * @param name as in {@code secret_scan}
 * @param whole whether it came to its end; if not, what it has is no answer
 */
public record Ran(String name, Findings findings, boolean whole) {}
