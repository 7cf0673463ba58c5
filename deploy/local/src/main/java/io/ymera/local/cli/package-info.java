/**
 * The commands behind the script {@code ymera}: what they print, and their exit codes. What they do is in {@code platform} and
 * {@code demo}.
 */
@NullMarked
package io.ymera.local.cli;

import org.jspecify.annotations.NullMarked;
