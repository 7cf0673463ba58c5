/**
 * Access tokens (RFC 9068): JWTs that say on what grant they rest and what it is good for, and for how long. What signs
 * them is in {@code key}; what reads them back is in {@code io.ymera.web.identity}.
 */
@NullMarked
package io.ymera.auth.token;

import org.jspecify.annotations.NullMarked;
