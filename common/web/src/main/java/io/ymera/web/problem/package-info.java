/**
 * Errors on their way out: {@link io.ymera.web.problem.ApiException} is what services throw, {@link
 * io.ymera.web.problem.Failure} is the one place that says what any exception means to a client, and the rest writes it
 * as an RFC 9457 problem detail, for JAX-RS and for plain Vert.x routes alike.
 */
@NullMarked
package io.ymera.web.problem;

import org.jspecify.annotations.NullMarked;
