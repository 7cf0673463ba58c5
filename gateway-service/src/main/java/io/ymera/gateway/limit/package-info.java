/**
 * How much each caller may ask for: sliding windows, counted in Redis for all replicas, and in this process while Redis is away. Who
 * the caller is, and which limit is meant, is decided elsewhere.
 */
@NullMarked
package io.ymera.gateway.limit;

import org.jspecify.annotations.NullMarked;
