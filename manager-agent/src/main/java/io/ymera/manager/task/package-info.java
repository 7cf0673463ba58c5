/**
 * Tasks as clients hand them in and look at them. A task's row is changed by {@code dispatch} and {@code report}, along the
 * transitions of {@link io.ymera.contracts.task.TaskStatus}.
 */
@NullMarked
package io.ymera.manager.task;

import org.jspecify.annotations.NullMarked;
