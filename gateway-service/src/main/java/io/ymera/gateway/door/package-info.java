/**
 * The steps that every request passes on its way in, one class each, in the order of {@link
 * io.ymera.gateway.door.DoorOrder}. A step lets the request go on or answers it with a problem detail.
 */
@NullMarked
package io.ymera.gateway.door;

import org.jspecify.annotations.NullMarked;
