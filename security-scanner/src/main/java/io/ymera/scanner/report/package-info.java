/**
 * What becomes of findings before anybody reads them: fingerprints, suppressions, baselines, one verdict and score, and the SARIF log. Pure, but for
 * the files of the code base in which suppressions stand. Knows no scan.
 */
@NullMarked
package io.ymera.scanner.report;

import org.jspecify.annotations.NullMarked;
