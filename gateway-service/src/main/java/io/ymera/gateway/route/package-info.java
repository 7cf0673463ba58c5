/** What the outside may ask for: every method and path, who may, and which service answers. What is not here does not exist. */
@NullMarked
package io.ymera.gateway.route;

import org.jspecify.annotations.NullMarked;
