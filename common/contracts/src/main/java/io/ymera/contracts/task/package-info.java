/** A task on its way between the manager and an agent: the assignment out, the events back, the topics they travel on. */
@NullMarked
package io.ymera.contracts.task;

import org.jspecify.annotations.NullMarked;
