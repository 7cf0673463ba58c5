/**
 * The first administrator. There is no default account: as long as there is none, a one-time token is shown where only the
 * operator sees it, and with that one is made.
 */
@NullMarked
package io.ymera.auth.setup;

import org.jspecify.annotations.NullMarked;
