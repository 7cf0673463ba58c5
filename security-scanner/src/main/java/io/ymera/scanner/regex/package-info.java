/**
 * Reads regular expressions of Java, Python and JavaScript, and tells which of them a backtracking matcher may need exponential time for. Matching itself is
 * RE2/J's everywhere.
 */
@NullMarked
package io.ymera.scanner.regex;

import org.jspecify.annotations.NullMarked;
