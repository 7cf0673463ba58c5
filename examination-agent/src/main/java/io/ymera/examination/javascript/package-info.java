/** JavaScript and TypeScript: Node.js, how tests are run and sources are read. The scripts beside these classes run in the sandbox. */
@NullMarked
package io.ymera.examination.javascript;

import org.jspecify.annotations.NullMarked;
