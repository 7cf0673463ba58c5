/**
 * Reads what Java code consists of, with the parser of javac; nothing is compiled or loaded.
 */
@NullMarked
package io.ymera.lab.facts;

import org.jspecify.annotations.NullMarked;
