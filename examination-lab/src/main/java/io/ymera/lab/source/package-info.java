/**
 * Parses Java code with the parser of javac; nothing is compiled or loaded. For the programs that tell what sources say.
 */
@NullMarked
package io.ymera.lab.source;

import org.jspecify.annotations.NullMarked;
