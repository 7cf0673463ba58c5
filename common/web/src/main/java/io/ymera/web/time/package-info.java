/** Where the time comes from. */
@NullMarked
package io.ymera.web.time;

import org.jspecify.annotations.NullMarked;
