/**
 * What every service does the same at its HTTP door: problem details, trace ids, caller identity, start-up checks and the
 * shared configuration defaults ({@code META-INF/microprofile-config.properties}).
 *
 * <p>No business rule lives here; {@link io.ymera.web.FilterOrder} says in which order requests pass the filters.
 */
@NullMarked
package io.ymera.web;

import org.jspecify.annotations.NullMarked;
