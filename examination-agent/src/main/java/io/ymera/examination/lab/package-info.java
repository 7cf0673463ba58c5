/**
 * Where examinations are made: the tools that there are, the sandboxed programs that an attempt runs, and the sealed channel on
 * which a program reports. What comes from inside is read as hostile input.
 */
@NullMarked
package io.ymera.examination.lab;

import org.jspecify.annotations.NullMarked;
