/**
 * Measures the gateway: beside nginx and Spring Cloud Gateway with the same service behind each, with thousands of WebSockets on which
 * nothing happens, and with bodies larger than its memory.
 */
@NullMarked
package io.ymera.bench.gateway;

import org.jspecify.annotations.NullMarked;
