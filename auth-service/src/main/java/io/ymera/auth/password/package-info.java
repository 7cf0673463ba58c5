/**
 * Passwords: hashing with Argon2id (RFC 9106), slow and hungry on purpose, and therefore on threads of its own with a bound on
 * how much waits; and which passwords may be chosen. Knows nothing of users.
 */
@NullMarked
package io.ymera.auth.password;

import org.jspecify.annotations.NullMarked;
