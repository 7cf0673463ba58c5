/**
 * An agent whose one capability does nothing, or waits: what is left is the engine. Benchmarks and crash tests run it as a
 * process of its own, as any agent.
 */
@NullMarked
package io.ymera.bench.agent;

import org.jspecify.annotations.NullMarked;
