/**
 * What services that own a PostgreSQL schema share: the meaning of {@code DATABASE_URL}, the pool, ids, and the reading of
 * PostgreSQL's errors, also for those who answer requests.
 *
 * <p>SQL does not live here: each repository owns its statements.
 */
@NullMarked
package io.ymera.persistence;

import org.jspecify.annotations.NullMarked;
