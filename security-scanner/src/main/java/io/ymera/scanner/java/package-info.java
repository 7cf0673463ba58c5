/**
 * Java, up to version 25, into the common form: names are resolved as far as a file and {@link io.ymera.scanner.ir.Names} say, types are erased, and
 * what has no form there (patterns, switch expressions, method references) is brought into what has. Nothing here knows a rule.
 */
@NullMarked
package io.ymera.scanner.java;

import org.jspecify.annotations.NullMarked;
