/** Who may ask: the roles a token can carry. */
@NullMarked
package io.ymera.contracts.identity;

import org.jspecify.annotations.NullMarked;
