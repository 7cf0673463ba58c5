/**
 * {@code ./ymera bench examination}: what it costs to run submitted code. The sandbox by itself, then submissions to an agent of the
 * packaged platform, and what they leave behind.
 */
@NullMarked
package io.ymera.bench.examination;

import org.jspecify.annotations.NullMarked;
