/**
 * Our own scanner, a program in the sandbox: the job that it is given, and what it says, which is checked before it is believed,
 * because it has read what strangers wrote.
 */
@NullMarked
package io.ymera.security.scanner;

import org.jspecify.annotations.NullMarked;
