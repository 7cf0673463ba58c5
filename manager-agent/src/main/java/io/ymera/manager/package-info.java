/**
 * The manager: agent roster, task engine, live events.
 *
 * <p>PostgreSQL is the truth, Kafka carries the work, Redis holds what may be lost.
 */
@NullMarked
package io.ymera.manager;

import org.jspecify.annotations.NullMarked;
