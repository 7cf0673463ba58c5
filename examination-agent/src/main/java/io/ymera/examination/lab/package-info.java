/**
 * The sealed channel on which a program that runs submitted code reports, and what such code was seen to try. What comes from inside
 * is read as hostile input.
 */
@NullMarked
package io.ymera.examination.lab;

import org.jspecify.annotations.NullMarked;
