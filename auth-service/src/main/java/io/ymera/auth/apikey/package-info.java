/**
 * Users' API keys: long-lived, limited to scopes, shown once and stored as digests. No service takes one: it is exchanged at the
 * token endpoint (RFC 8693) for an access token of a few minutes, which rests on the key and ends with it.
 */
@NullMarked
package io.ymera.auth.apikey;

import org.jspecify.annotations.NullMarked;
