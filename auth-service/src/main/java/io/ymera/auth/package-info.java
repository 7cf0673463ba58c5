/**
 * Identity: who the users are, how they prove it, and the tokens that say so to everybody else.
 *
 * <p>One package per feature; a feature is reached through its service. {@code login} knows {@code user}, {@code password}
 * and {@code token}; {@code user} knows {@code password}; nothing else knows anything.
 */
@NullMarked
package io.ymera.auth;

import org.jspecify.annotations.NullMarked;
