package io.ymera.auth.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All keys at one moment, and what is to be done about them.
 *
 * @param now the database's time, which is the same for all replicas, however far their own clocks are apart
 * @param keys next, active, then retired ones
 */
record KeyTable(Instant now, List<KeyState> keys) {

    /**
     * How long a key is published before it signs: longer than any verifier goes without looking, 10 minutes, and a minute for
     * what is between us and them.
     */
    static final Duration PUBLISHED_FIRST = Duration.ofMinutes(11);

    /** A replica that has not seen the keys for longer signs no more: they may have been rotated, and its key be gone. */
    static final Duration SIGNS_UNSEEN = Duration.ofHours(24);

    /** The most that JWT_EXPIRE_MINUTES may be; it may have been more than it is now when a key signed. */
    private static final Duration LONGEST_TOKEN = Duration.ofHours(24);

    /** After it was retired, a key may go on signing at a replica that does not know yet; then its tokens expire. */
    static final Duration RETIRED_FOR = SIGNS_UNSEEN.plus(LONGEST_TOKEN).plusMinutes(1);

    KeyTable {
        keys = List.copyOf(keys);
    }

    Optional<KeyState> active() {
        return one(KeyStatus.ACTIVE);
    }

    Optional<KeyState> next() {
        return one(KeyStatus.NEXT);
    }

    /** Whether there is one key to sign with and one to come. */
    boolean isComplete() {
        return active().isPresent() && next().isPresent();
    }

    /** How long it still takes until the next key may sign; zero if it may. */
    Duration untilReady() {
        Duration wait = next().map(
                        next -> Duration.between(now, next.createdAt().plus(PUBLISHED_FIRST)))
                .orElse(PUBLISHED_FIRST);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Whether the next key is to sign: the active one is as old as it may get, or for another algorithm. */
    boolean isDue(Duration oldest) {
        return isComplete() && untilReady().isZero() && (isOld(oldest) || changesAlgorithm());
    }

    /** Whether the next key is for another algorithm than the active one. */
    boolean changesAlgorithm() {
        return !active().map(KeyState::algorithm).equals(next().map(KeyState::algorithm));
    }

    /** Whether a key's last token has expired. */
    boolean hasExpired() {
        return keys.stream().map(KeyState::expiresAt).anyMatch(expiry -> expiry != null && !expiry.isAfter(now));
    }

    private boolean isOld(Duration oldest) {
        return active().map(KeyState::activatedAt)
                .filter(since -> !since.plus(oldest).isAfter(now))
                .isPresent();
    }

    private Optional<KeyState> one(KeyStatus status) {
        return keys.stream().filter(key -> key.status() == status).findFirst();
    }
}
