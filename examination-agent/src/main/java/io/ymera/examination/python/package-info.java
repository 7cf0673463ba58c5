/** Python: its interpreter, how its tests are run and its sources are read. The scripts beside these classes run in the sandbox. */
@NullMarked
package io.ymera.examination.python;

import org.jspecify.annotations.NullMarked;
