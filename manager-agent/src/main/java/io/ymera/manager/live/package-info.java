/**
 * What happened to a task or a workflow, as numbered events: stored with each change, followed over WebSocket without gap or duplicate.
 */
@NullMarked
package io.ymera.manager.live;

import org.jspecify.annotations.NullMarked;
