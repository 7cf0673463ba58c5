/** Makes Quarkus read and write JSON the way {@link io.ymera.contracts.Json} says, and changes values by patches in JSON. */
@NullMarked
package io.ymera.web.json;

import org.jspecify.annotations.NullMarked;
