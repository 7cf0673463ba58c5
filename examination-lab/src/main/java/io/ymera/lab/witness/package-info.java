/**
 * What JUnit is made to call instead of a test's method. The only package that is opened to the code of projects, while tests
 * run: nothing in it tells, or forgets, what was seen.
 */
@NullMarked
package io.ymera.lab.witness;

import org.jspecify.annotations.NullMarked;
