/**
 * What the security scanner finds of what it should, and what it says of code that is safe: on the pairs of {@code benchmarks/accuracy/corpus}, or on
 * any folder with a list of what is to be expected. The scanner is a library here; only the speed is measured on its process.
 */
@NullMarked
package io.ymera.bench.accuracy;

import org.jspecify.annotations.NullMarked;
