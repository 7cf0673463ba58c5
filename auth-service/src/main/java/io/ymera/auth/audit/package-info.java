/**
 * The audit log: every security event, append-only and chained by a keyed hash. Anybody may record; only administrators read.
 * Nothing is ever deleted.
 */
@NullMarked
package io.ymera.auth.audit;

import org.jspecify.annotations.NullMarked;
