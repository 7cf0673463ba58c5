/** Text to syntax trees, of all languages alike, by tree-sitter. What is broken is parsed too; what is hostile is bounded. */
@NullMarked
package io.ymera.scanner.parsing;

import org.jspecify.annotations.NullMarked;
