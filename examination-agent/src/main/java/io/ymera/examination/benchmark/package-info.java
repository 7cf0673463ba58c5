/**
 * The capabilities {@code performance_benchmark} and {@code load_test}: how fast code is, measured in the sandbox, each number with
 * its spread, and never compared with what was measured elsewhere. The scripts beside these classes run in the sandbox.
 */
@NullMarked
package io.ymera.examination.benchmark;

import org.jspecify.annotations.NullMarked;
