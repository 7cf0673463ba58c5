/**
 * Hands waiting tasks to Kafka: claims rows that agents have room for and publishes an assignment for each. The row is its
 * own outbox.
 */
@NullMarked
package io.ymera.manager.dispatch;

import org.jspecify.annotations.NullMarked;
