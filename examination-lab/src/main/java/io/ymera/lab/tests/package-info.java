/**
 * Runs the tests of a project with the JUnit Platform and tells of each by a sealed line. May use JUnit and JaCoCo, which are
 * on the class path then.
 */
@NullMarked
package io.ymera.lab.tests;

import org.jspecify.annotations.NullMarked;
