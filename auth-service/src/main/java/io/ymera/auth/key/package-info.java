/**
 * The keys that sign access tokens: made, encrypted, published, rotated and forgotten here, the same for all replicas. Private
 * halves never leave this package. Knows nothing of what is signed.
 *
 * <pre>{@code next (published) --11 minutes or more--> active (signs) --rotation--> retired (verifies) --2 days--> gone}</pre>
 */
@NullMarked
package io.ymera.auth.key;

import org.jspecify.annotations.NullMarked;
