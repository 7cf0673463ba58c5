/**
 * What the outside may ask for: every method and path, who may, and which service answers, read from {@code routes.yaml}. What is not
 * there does not exist.
 */
@NullMarked
package io.ymera.gateway.route;

import org.jspecify.annotations.NullMarked;
