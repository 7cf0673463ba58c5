/**
 * A code base that somebody hands in: how it comes in, is unpacked into a folder, and what languages it is written in. Shared by the
 * agents that read code; nothing here parses a file of it.
 */
@NullMarked
package io.ymera.codebase;

import org.jspecify.annotations.NullMarked;
