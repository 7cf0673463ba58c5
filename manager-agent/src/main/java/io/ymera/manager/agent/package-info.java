/**
 * The roster: agents register, heartbeat and leave.
 */
@NullMarked
package io.ymera.manager.agent;

import org.jspecify.annotations.NullMarked;
