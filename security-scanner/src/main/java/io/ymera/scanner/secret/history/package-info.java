/**
 * What a git repository remembers: the text of each version of each file, read from the objects themselves. No git and no library of it runs:
 * those follow a stranger's configuration, hooks and alternates, start processes, or write into the folder to try its clock.
 */
@NullMarked
package io.ymera.scanner.secret.history;

import org.jspecify.annotations.NullMarked;
