/**
 * Tells which tests Java sources have, as JUnit 3 to 5 take methods for tests, from their syntax alone: before any code of the project
 * runs, so that a run can be held against it.
 */
@NullMarked
package io.ymera.lab.inventory;

import org.jspecify.annotations.NullMarked;
