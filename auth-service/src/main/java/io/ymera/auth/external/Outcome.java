package io.ymera.auth.external;

import io.ymera.auth.session.SessionTokens;
import io.ymera.auth.user.User;

/** How a sign-in that went well ends. */
sealed interface Outcome {

    /** With tokens. */
    record SignedIn(User user, SessionTokens tokens) implements Outcome {}

    /** With a cookie, for which the page that the browser goes to gets the tokens. */
    record Arrived(String cookie) implements Outcome {

        @Override
        public String toString() {
            return "Arrived[]";
        }
    }

    /** With the provider linked to the user who had logged in before. */
    record Linked() implements Outcome {}
}
