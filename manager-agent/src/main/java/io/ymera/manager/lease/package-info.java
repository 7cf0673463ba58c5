/**
 * Who holds which attempt right now: agents' heartbeats, kept in Redis for a few seconds. The watch over attempts whose holder
 * has gone silent is in {@code deadline}.
 */
@NullMarked
package io.ymera.manager.lease;

import org.jspecify.annotations.NullMarked;
