/** {@code ./ymera bench}: one command per benchmark, each with a package of its own. */
@NullMarked
package io.ymera.bench;

import org.jspecify.annotations.NullMarked;
