/**
 * How a service's API is described in OpenAPI: what annotations can't say, or would say in every place again. Runs when a
 * service is built, never when it serves; only services that have quarkus-smallrye-openapi need it.
 */
@NullMarked
package io.ymera.web.openapi;

import org.jspecify.annotations.NullMarked;
