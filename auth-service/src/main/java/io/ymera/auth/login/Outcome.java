package io.ymera.auth.login;

import io.ymera.auth.session.SessionTokens;
import io.ymera.auth.user.Account;

/** How an attempt to log in ends. */
sealed interface Outcome {

    /**
     * In.
     *
     * @param account whose
     * @param tokens of the session that has begun
     */
    record Welcome(Account account, SessionTokens tokens) implements Outcome {}

    /**
     * Not in.
     *
     * @param reason for the audit log; the client is never told
     */
    record Refused(String reason) implements Outcome {}

    /** The password is right, and the code of the second factor is still to come. */
    record SecondFactorMissing() implements Outcome {}
}
