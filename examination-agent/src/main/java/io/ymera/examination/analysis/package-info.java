/**
 * The capabilities that read code and do not run it: {@code static_analysis}, {@code complexity}, {@code duplication} and
 * {@code documentation_coverage}. Languages and tools join through {@link io.ymera.examination.analysis.Analyser} and
 * {@link io.ymera.examination.analysis.FactsReader}.
 */
@NullMarked
package io.ymera.examination.analysis;

import org.jspecify.annotations.NullMarked;
