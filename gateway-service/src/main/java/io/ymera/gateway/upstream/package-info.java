/**
 * The way to the services: which replica, how often, how long, and what goes there and back. Bodies stream both ways; what a service
 * must not hear from the outside is taken out, and so is what the outside must not hear from a service.
 */
@NullMarked
package io.ymera.gateway.upstream;

import org.jspecify.annotations.NullMarked;
