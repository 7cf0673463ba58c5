/** What scans say, in one form for all kinds of them. */
@NullMarked
package io.ymera.scanner.finding;

import org.jspecify.annotations.NullMarked;
