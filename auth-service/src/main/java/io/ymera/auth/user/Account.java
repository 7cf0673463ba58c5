package io.ymera.auth.user;

/**
 * A user with the hash that proves it.
 *
 * @param user who
 * @param passwordHash in PHC string format
 */
public record Account(User user, String passwordHash) {

    @Override
    public String toString() {
        return "Account[" + user.userId() + "]";
    }
}
