/**
 * Ends access tokens before they expire. A token names the grant that it rests on ({@code sid}: a session, an API key, a
 * client); the ids of grants that have ended are handed to every service, at this one within half a second.
 */
@NullMarked
package io.ymera.auth.revocation;

import org.jspecify.annotations.NullMarked;
