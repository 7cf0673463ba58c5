/**
 * The documents that describe the platform's API, OpenAPI and AsyncAPI, and the two pages that show them. They are made when
 * the gateway is built, see {@code build}; here they are only handed out.
 */
@NullMarked
package io.ymera.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
