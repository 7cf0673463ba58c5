/**
 * JSON without a library, because whatever is here would be on the class path of examined code.
 */
@NullMarked
package io.ymera.lab.json;

import org.jspecify.annotations.NullMarked;
