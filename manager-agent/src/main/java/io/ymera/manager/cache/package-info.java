/**
 * Values from the database that are kept in memory for moments, because they are asked for far more often than they change.
 * What is kept, and for how long it may be wrong, is decided by who keeps it.
 */
@NullMarked
package io.ymera.manager.cache;

import org.jspecify.annotations.NullMarked;
