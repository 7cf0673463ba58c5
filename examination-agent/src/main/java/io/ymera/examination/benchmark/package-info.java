/** The capabilities that measure: {@code performance_benchmark} and {@code load_test}. */
@NullMarked
package io.ymera.examination.benchmark;

import org.jspecify.annotations.NullMarked;
