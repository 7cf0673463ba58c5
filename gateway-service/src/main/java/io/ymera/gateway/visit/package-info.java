/** One request on its way in, and what a step on that way is. Everything else in the gateway is built on this; it knows nothing of that. */
@NullMarked
package io.ymera.gateway.visit;

import org.jspecify.annotations.NullMarked;
