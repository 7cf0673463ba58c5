package io.ymera.auth.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes that were imported from systems with bcrypt: {@code $2a$}, {@code $2b$} and {@code $2y$} with a cost of 4 to 14. We
 * make none, and no other kind is accepted. Thread-safe.
 */
final class BcryptHashes {

    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 4;

    /** bcrypt reads no further: what comes after the 72nd byte may be anything. */
    private static final int MOST_BYTES = 72;

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final IntConsumer rounds;

    /** @param rounds is told the rounds of each hash that is computed, 2^cost */
    BcryptHashes(IntConsumer rounds) {
        this.rounds = rounds;
    }

    static boolean isOne(@Nullable String hash) {
        return hash != null && HASH.matcher(hash).matches();
    }

    /** Whether bcrypt looks at all of {@code password}; only then does a match prove all of it. */
    static boolean readsAllOf(String password) {
        return password.getBytes(UTF_8).length <= MOST_BYTES;
    }

    /**
     * Whether {@code password}, as it was typed, is the one that was hashed. It takes 2^{@code cost} rounds whatever {@code
     * hash} is, so that the time tells nobody who has such a hash.
     *
     * @param hash null if it is not of bcrypt; its own cost is at most {@code cost}
     * @param cost 0 for no rounds at all, or at least 4
     */
    boolean matches(String password, @Nullable String hash, int cost) {
        if (hash == null) {
            if (cost >= LEAST_COST) {
                compute(password, nobodysHash(cost));
            }
            return false;
        }
        boolean same = compute(password, hash);
        // 2^own + (2^own + 2^(own + 1) + … + 2^(cost - 1)) = 2^cost
        for (int more = costOf(hash); more < cost; more++) {
            compute(password, nobodysHash(more));
        }
        return same;
    }

    private boolean compute(String password, String hash) {
        rounds.accept(1 << costOf(hash));
        return encoder.matches(password, hash);
    }

    private static String nobodysHash(int cost) {
        return "$2a$%02d$%s".formatted(cost, ".".repeat(53));
    }

    private static int costOf(String hash) {
        Matcher matcher = HASH.matcher(hash);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a hash of bcrypt");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
