/**
 * What services and agents say to each other: immutable records, event types, topic names and error codes.
 *
 * <p>No framework lives here, no I/O and no behaviour beyond checking what a record is made of. {@link
 * io.ymera.contracts.Json} is the one place that says how these types look as JSON.
 */
@NullMarked
package io.ymera.contracts;

import org.jspecify.annotations.NullMarked;
