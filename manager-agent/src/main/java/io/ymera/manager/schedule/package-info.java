/**
 * Tasks that come again and again, at the times that a cron expression names. A schedule's row says when it is next due;
 * whichever manager finds it so queues the task and moves the row on in one transaction. What becomes of the task is no
 * concern of this package.
 */
@NullMarked
package io.ymera.manager.schedule;

import org.jspecify.annotations.NullMarked;
