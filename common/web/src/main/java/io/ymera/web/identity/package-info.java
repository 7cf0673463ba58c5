/**
 * Who is asking, as the verified token says: {@link io.ymera.web.identity.Caller}. Tokens are verified here, in every service, with
 * auth-service's keys, and refused from the moment their session has ended. Who may do what to which object is decided by the service
 * that owns it.
 */
@NullMarked
package io.ymera.web.identity;

import org.jspecify.annotations.NullMarked;
