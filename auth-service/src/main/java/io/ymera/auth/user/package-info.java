/** Users: registering, finding them, and what they see of themselves. Others come in through {@code UserService}. */
@NullMarked
package io.ymera.auth.user;

import org.jspecify.annotations.NullMarked;
