/**
 * What the JVM loads before all else: it sees who changes classes while tests run.
 */
@NullMarked
package io.ymera.lab.agent;

import org.jspecify.annotations.NullMarked;
