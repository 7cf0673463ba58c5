/**
 * API keys end here: behind the gateway there are access tokens only. A key is exchanged at auth-service for a token of some minutes
 * (RFC 8693), which is kept for as long as it is good.
 */
@NullMarked
package io.ymera.gateway.apikey;

import org.jspecify.annotations.NullMarked;
