/**
 * The watch over what has a time: tasks and attempts whose deadline has passed, attempts that their agents no longer hold, and
 * agents that have gone silent. It finds them; what follows is decided in {@code report} and {@code agent}.
 */
@NullMarked
package io.ymera.manager.deadline;

import org.jspecify.annotations.NullMarked;
