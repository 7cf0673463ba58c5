/**
 * Makes what {@code apidocs} hands out, while Maven builds the gateway: merges what the services say of their APIs, and takes
 * the pages' scripts out of their packages. Nothing here runs when the gateway serves.
 */
@NullMarked
package io.ymera.gateway.apidocs.build;

import org.jspecify.annotations.NullMarked;
