/**
 * Access tokens: RS256 JWTs for users and for services, the key set that verifies them, and the OAuth 2.0 token endpoint at
 * which services get theirs. The private key never leaves this package.
 */
@NullMarked
package io.ymera.auth.token;

import org.jspecify.annotations.NullMarked;
