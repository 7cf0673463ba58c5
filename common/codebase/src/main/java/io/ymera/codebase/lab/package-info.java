/**
 * Where code is examined: the tools that there are, the sandboxed programs that an attempt runs, and what keeps their output small
 * and clean. What comes from inside is read as hostile input.
 */
@NullMarked
package io.ymera.codebase.lab;

import org.jspecify.annotations.NullMarked;
