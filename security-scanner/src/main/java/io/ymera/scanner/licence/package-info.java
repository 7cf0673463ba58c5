/**
 * Under which licences a code base and its components stand, and whether that is allowed. The resources beside it (ids and texts) are those of the
 * SPDX licence list, which is in the public domain (CC0-1.0).
 */
@NullMarked
package io.ymera.scanner.licence;

import org.jspecify.annotations.NullMarked;
