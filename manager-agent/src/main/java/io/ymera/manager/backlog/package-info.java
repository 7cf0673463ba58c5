/**
 * How much work there is of each task type and version, beside how much the agents can do at once: as gauges, and for an
 * autoscaler. Times of single tasks are measured where they happen, in {@code report}.
 */
@NullMarked
package io.ymera.manager.backlog;

import org.jspecify.annotations.NullMarked;
