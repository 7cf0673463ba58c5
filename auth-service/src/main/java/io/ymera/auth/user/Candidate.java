package io.ymera.auth.user;

import org.jspecify.annotations.Nullable;

/**
 * Whom a login text means.
 *
 * @param login the text in its one normal form: however it is written, who means the same user writes this
 * @param account null if there is no such user
 * @param bcryptCost the highest cost of the imported hashes that there are in the installation; 0 if there are none
 */
public record Candidate(String login, @Nullable Account account, int bcryptCost) {

    @Override
    public String toString() {
        return "Candidate[" + account + "]";
    }
}
