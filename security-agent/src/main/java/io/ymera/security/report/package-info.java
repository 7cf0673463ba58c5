/**
 * What is reported: findings from all sources in one form, folded where they say the same, held against a baseline, counted, scored,
 * judged, and written as SARIF 2.1.0. Pure: nothing here runs or reads anything but lines of files.
 */
@NullMarked
package io.ymera.security.report;

import org.jspecify.annotations.NullMarked;
