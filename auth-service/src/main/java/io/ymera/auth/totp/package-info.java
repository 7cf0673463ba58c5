/**
 * The optional second factor: time-based one-time passwords (RFC 6238), and recovery codes for the day that the phone is gone.
 */
@NullMarked
package io.ymera.auth.totp;

import org.jspecify.annotations.NullMarked;
