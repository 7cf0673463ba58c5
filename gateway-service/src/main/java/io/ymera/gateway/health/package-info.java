/** How the gateway and what it needs are: for probes, load balancers and people. Names of parts and no more, since anyone may ask. */
@NullMarked
package io.ymera.gateway.health;

import org.jspecify.annotations.NullMarked;
