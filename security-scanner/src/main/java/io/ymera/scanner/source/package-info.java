/** The files that are scanned: found without following links, read with bounds, never written. */
@NullMarked
package io.ymera.scanner.source;

import org.jspecify.annotations.NullMarked;
