/**
 * Slows down those who guess: passwords, codes and setup tokens, by account and by address. Knows nothing of what is guessed.
 */
@NullMarked
package io.ymera.auth.throttle;

import org.jspecify.annotations.NullMarked;
