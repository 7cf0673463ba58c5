/**
 * Which lines were executed, as JaCoCo counts them. {@link LineAnalysis} runs in a class loader of its own, beside JaCoCo.
 */
@NullMarked
package io.ymera.lab.coverage;

import org.jspecify.annotations.NullMarked;
