/** Users: registering, finding and changing them. Others come in through {@code UserService}. */
@NullMarked
package io.ymera.auth.user;

import org.jspecify.annotations.NullMarked;
