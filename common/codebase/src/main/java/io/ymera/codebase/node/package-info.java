/** The Node.js on this machine: looked for, tried in the sandbox, and the packages that tools are taken from. */
@NullMarked
package io.ymera.codebase.node;

import org.jspecify.annotations.NullMarked;
