/**
 * Runs untrusted programs as separate, confined processes: what a submitter wrote never runs inside an agent's JVM.
 *
 * <p>Start at {@link io.ymera.sandbox.Sandbox}. Plain JDK only: no framework, and nothing here knows what a task is.
 */
@NullMarked
package io.ymera.sandbox;

import org.jspecify.annotations.NullMarked;
