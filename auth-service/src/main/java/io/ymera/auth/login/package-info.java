/** Password login: what a user knows for a token that says who it is. */
@NullMarked
package io.ymera.auth.login;

import org.jspecify.annotations.NullMarked;
