/**
 * The public door: where the outside comes in, the steps that every request takes ({@link io.ymera.gateway.door.Door}), and what a connection
 * may cost. A step lets the request go on or answers it with a problem detail.
 */
@NullMarked
package io.ymera.gateway.door;

import org.jspecify.annotations.NullMarked;
