/**
 * Who holds which attempt right now: agents' heartbeats, kept in Redis for a few seconds, and the watch over attempts whose
 * holder has gone silent or whose time is up.
 */
@NullMarked
package io.ymera.manager.lease;

import org.jspecify.annotations.NullMarked;
