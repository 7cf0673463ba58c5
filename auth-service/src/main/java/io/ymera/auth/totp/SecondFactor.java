package io.ymera.auth.totp;

/** What a user's second factor says of a login. */
public enum SecondFactor {
    /** The user has none. */
    NOT_SET_UP,
    /** A code of the authenticator, not used before. */
    TOTP,
    /** A recovery code, now used up. */
    RECOVERY_CODE,
    /** No code came. */
    MISSING,
    /** Another code came, or one that was used before. */
    WRONG
}
