/**
 * What scans remember for the next one of the same code base: by the hash of each file's content what the file is to others, and what came of looking at
 * it. Comes from outside when it is read: versioned, checked, bounded, and thrown away when anything about it is not right.
 */
@NullMarked
package io.ymera.scanner.incremental;

import org.jspecify.annotations.NullMarked;
