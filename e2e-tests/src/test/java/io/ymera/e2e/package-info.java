/**
 * Tests of the packaged product from outside: started by {@code ./ymera up} as a user would, driven through the gateway only,
 * and crashed by SIGKILL. Nothing here reaches into a service.
 */
@NullMarked
package io.ymera.e2e;

import org.jspecify.annotations.NullMarked;
