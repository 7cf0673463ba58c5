/** What Java files become in the common form. */
@NullMarked
package io.ymera.scanner.java;

import org.jspecify.annotations.NullMarked;
