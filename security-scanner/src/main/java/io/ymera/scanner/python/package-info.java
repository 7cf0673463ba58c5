/**
 * Python 3.8 to 3.14, and what of Python 2 still parses, to the common form: modules and their imports, scopes, classes, and all that the language
 * has for putting strings together. What libraries do is not known here.
 */
@NullMarked
package io.ymera.scanner.python;

import org.jspecify.annotations.NullMarked;
