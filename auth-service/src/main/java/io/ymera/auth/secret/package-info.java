/**
 * Keys of the operator and secrets that we make: deriving, encrypting and hashing. Knows nothing of what the secrets are for.
 */
@NullMarked
package io.ymera.auth.secret;

import org.jspecify.annotations.NullMarked;
