/**
 * Sessions: what a login begins and a logout ends. A session hands out access tokens for as long as its refresh token is
 * exchanged for the next one in time (RFC 6749, section 6; RFC 9700, section 4.14).
 */
@NullMarked
package io.ymera.auth.session;

import org.jspecify.annotations.NullMarked;
