/** The capabilities: their requests and reports, and how scanners' answers become one. */
@NullMarked
package io.ymera.security.scan;

import org.jspecify.annotations.NullMarked;
