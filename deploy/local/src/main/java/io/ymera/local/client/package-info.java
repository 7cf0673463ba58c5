/**
 * A client of the public API, as anybody outside could write it: it knows the gateway's address and nothing else. The demo and
 * the end-to-end tests use it.
 */
@NullMarked
package io.ymera.local.client;

import org.jspecify.annotations.NullMarked;
