/** Measures auth-service: logins, grants and introspection over HTTP, and whether logins slow down the rest. */
@NullMarked
package io.ymera.bench.identity;

import org.jspecify.annotations.NullMarked;
