/**
 * The load benchmark: starts the packaged platform with durable settings in a home and on ports of its own, puts load on it
 * over HTTP as a client would, and says how fast it was and where the time went. What it measures it reads from PostgreSQL,
 * from the agents' own clock readings and from /proc; nothing in the platform knows of it.
 */
@NullMarked
package io.ymera.bench.load;

import org.jspecify.annotations.NullMarked;
