/**
 * The capabilities {@code test_execution} and {@code coverage}: runs the tests of a submitted code base in the sandbox and reports
 * each of them. Languages join through {@link io.ymera.examination.testing.TestRunner}.
 *
 * <p>What runs inside, next to code that may mean harm, writes sealed lines; everything it writes is read as hostile input.
 */
@NullMarked
package io.ymera.examination.testing;

import org.jspecify.annotations.NullMarked;
