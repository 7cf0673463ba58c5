/** The Python on this machine: looked for, tried in the sandbox, and used to unpack archives there. */
@NullMarked
package io.ymera.codebase.python;

import org.jspecify.annotations.NullMarked;
