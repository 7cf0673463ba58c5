/** Where a request comes from, and how the services behind the gateway hear of it. */
@NullMarked
package io.ymera.gateway.address;

import org.jspecify.annotations.NullMarked;
