/**
 * Workflows: steps that need each other's results, approvals, fan-out, and undoing what was done when one fails.
 *
 * <p>The {@link io.ymera.manager.workflow.Planner} decides, without I/O, what is to be done next; the {@link
 * io.ymera.manager.workflow.Engine} does it, in the transaction in which something happened, under the workflow's lock.
 */
@NullMarked
package io.ymera.manager.workflow;

import org.jspecify.annotations.NullMarked;
