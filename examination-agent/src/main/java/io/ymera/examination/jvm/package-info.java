/** Java: its JDK, how projects are built, tests are run and sources are read. The programs for it are in {@code examination-lab}. */
@NullMarked
package io.ymera.examination.jvm;

import org.jspecify.annotations.NullMarked;
