/**
 * The queue in PostgreSQL: how tasks enter it, whose turn it is, what blocks them, and what follows when they end. It is the
 * truth about what is waiting; {@code dispatch} takes from it, {@code report} ends what was taken.
 */
@NullMarked
package io.ymera.manager.queue;

import org.jspecify.annotations.NullMarked;
