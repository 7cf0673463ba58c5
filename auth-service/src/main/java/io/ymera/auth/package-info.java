/**
 * Identity: who the users are, how they prove it, and the tokens that say so to everybody else.
 *
 * <p>One package per feature; a feature is reached through its service, and there are no circles. From below: {@code secret},
 * {@code origin} and {@code audit}, which everybody uses; {@code key} and {@code token}, which sign, and {@code revocation},
 * which ends; {@code oauth}, the protocol's endpoints; {@code password}, {@code throttle} and {@code user}; what tokens rest on:
 * {@code session}, {@code apikey}, {@code client}; the ways in: {@code login}, {@code totp}, {@code external}, {@code setup}; and
 * what is done with accounts: {@code account} by their owners, {@code admin} by administrators.
 */
@NullMarked
package io.ymera.auth;

import org.jspecify.annotations.NullMarked;
