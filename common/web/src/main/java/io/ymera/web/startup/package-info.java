/**
 * A service with a bad configuration does not start, and says which property, what value and what is allowed. What the
 * configuration system can't check by itself is a {@link io.ymera.web.startup.StartupCheck}.
 */
@NullMarked
package io.ymera.web.startup;

import org.jspecify.annotations.NullMarked;
