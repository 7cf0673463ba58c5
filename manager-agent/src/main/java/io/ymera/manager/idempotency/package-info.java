/**
 * Requests that may be sent twice and take effect once: the header {@code Idempotency-Key} of POSTs that create something
 * (draft-ietf-httpapi-idempotency-key-header). What the features create is their business; here the answer is remembered.
 */
@NullMarked
package io.ymera.manager.idempotency;

import org.jspecify.annotations.NullMarked;
