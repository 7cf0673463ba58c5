/**
 * The only public door: every request passes the steps of {@link io.ymera.gateway.door.Door} and reaches a service only
 * by a row of {@link io.ymera.gateway.route.RouteTable}. Nothing of the business is known here, and no request is read into
 * memory.
 */
@NullMarked
package io.ymera.gateway;

import org.jspecify.annotations.NullMarked;
