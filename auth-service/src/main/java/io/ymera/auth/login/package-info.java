/** Login: a password, and a second factor if there is one, for a session. */
@NullMarked
package io.ymera.auth.login;

import org.jspecify.annotations.NullMarked;
