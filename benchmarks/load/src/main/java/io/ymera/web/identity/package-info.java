/** Benchmarks of what common/web has in the package of this name. */
@NullMarked
package io.ymera.web.identity;

import org.jspecify.annotations.NullMarked;
