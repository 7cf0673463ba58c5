/**
 * Runs inside Maven: tells what it has found out about a project. Maven 3.8 and 3.9.
 */
@NullMarked
package io.ymera.lab.maven;

import org.jspecify.annotations.NullMarked;
