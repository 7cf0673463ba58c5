/**
 * Deletes what has been over for long: tasks with their events, callbacks, agents that left, and what is kept beside the
 * queue and has lost its meaning. In small transactions, so that nobody waits for it; what others have locked is left for the
 * next time. Several managers may do so at the same time.
 */
@NullMarked
package io.ymera.manager.retention;

import org.jspecify.annotations.NullMarked;
