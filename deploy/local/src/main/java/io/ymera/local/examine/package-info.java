/**
 * {@code ./ymera examine}: hands a code base in for quality verification, and shows and keeps what came of it. What comes from the
 * code base (names, failure texts) is shown without its control characters.
 */
@NullMarked
package io.ymera.local.examine;

import org.jspecify.annotations.NullMarked;
