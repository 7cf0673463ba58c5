/**
 * The capability {@code test_execution}: runs the tests of a submitted Python project in the sandbox and reports each of them.
 *
 * <p>{@code run_tests.py} runs inside, next to code that may mean harm; everything it writes is read as hostile input.
 */
@NullMarked
package io.ymera.examination.testing;

import org.jspecify.annotations.NullMarked;
