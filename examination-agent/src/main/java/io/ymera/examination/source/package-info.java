/**
 * The code base that is examined: how it is handed in, unpacked into a folder, and what languages it is written in. Nothing here
 * parses a file of it.
 */
@NullMarked
package io.ymera.examination.source;

import org.jspecify.annotations.NullMarked;
