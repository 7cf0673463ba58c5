/**
 * Tests whose outcome is known. They are copied under other names into a package of the project; nothing may refer to them by
 * name, and nothing but JUnit may be used in them.
 */
@NullMarked
package io.ymera.lab.controls;

import org.jspecify.annotations.NullMarked;
