/**
 * Access tokens (RFC 9068): JWTs that say on what grant they rest and what it is good for, and reading them back. What signs them
 * is in {@code key}.
 */
@NullMarked
package io.ymera.auth.token;

import org.jspecify.annotations.NullMarked;
