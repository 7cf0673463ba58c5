/**
 * Reads a code base and says what is insecure in it: one program, run in a sandbox by the security agent, because what it parses was written by
 * strangers. A package per kind of scan; none knows another, all speak in {@code finding}s about the files of a {@code source} tree.
 */
@NullMarked
package io.ymera.scanner;

import org.jspecify.annotations.NullMarked;
