/**
 * Finds secrets in the files of a tree and in its git history. What a secret looks like is data ({@code detectors.yaml}); what only looks like
 * one is told apart in {@code Likeness} and {@code Checksum}. A secret's value leaves this package only as {@code Masked}.
 */
@NullMarked
package io.ymera.scanner.secret;

import org.jspecify.annotations.NullMarked;
