/**
 * Processes that outlive the program that started them: starting one, knowing it again by its pid file, waiting until it is
 * ready, stopping it. Knows nothing of what the processes are; that is in the packages {@code server} and {@code platform}.
 */
@NullMarked
package io.ymera.local.process;

import org.jspecify.annotations.NullMarked;
