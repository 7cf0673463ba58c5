/**
 * JavaScript and TypeScript, with JSX, into the common form. What Node, bundlers and TypeScript make of modules is known here; what libraries do is
 * not.
 */
@NullMarked
package io.ymera.scanner.javascript;

import org.jspecify.annotations.NullMarked;
