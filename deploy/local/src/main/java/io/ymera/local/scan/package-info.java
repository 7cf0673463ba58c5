/**
 * {@code ./ymera scan}: hands a code base in for a security review, and shows and keeps what came of it. What comes from the report is
 * made fit for a terminal first.
 */
@NullMarked
package io.ymera.local.scan;

import org.jspecify.annotations.NullMarked;
