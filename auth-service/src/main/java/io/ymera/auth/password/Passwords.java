package io.ymera.auth.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes and checks passwords with Argon2id, m=19456 KiB, t=2, p=1 (OWASP's minimum), and checks hashes of bcrypt that were
 * imported. The same password typed on another keyboard is the same ({@link OpaqueString}).
 *
 * <p>Never blocks the caller: the work is done on a bounded pool and the answer comes back on the caller's Vert.x context. So
 * the memory that a flood of logins can take is bounded too; what finds the queue full fails with {@link
 * RejectedExecutionException}, which clients see as 503 {@code overloaded}.
 */
@Singleton
public class Passwords {

    /** Of parameters that this service can bear. */
    private static final Pattern ARGON2ID = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=[1-9][0-9]{0,5},t=[1-9][0-9]?,p=[1-9]\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

    // Whoever changes these: hashes that were made before take another time than nobody's, until their users have
    // logged in and
    // got new ones (isOutdated), so the time tells that such a user exists. As for bcrypt, let matches() do one of the
    // old
    // kind and one of the new for everybody as long as there are old ones.
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
    private final BcryptHashes imported;
    private final Counter hashes;
    private final ThreadPoolExecutor pool;
    private final String nobodysHash;

    Passwords(PasswordConfig config, MeterRegistry metrics) {
        int threads = config.threads() > 0 ? config.threads() : allCoresButOne();
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()),
                Thread.ofPlatform().name("password-", 0).factory());
        this.pool.allowCoreThreadTimeOut(true);
        this.hashes = metrics.counter("ymera.password.argon2.hashes");
        this.imported = new BcryptHashes(metrics.counter("ymera.password.bcrypt.rounds")::increment);
        this.nobodysHash = encode("of nobody");
    }

    /** The hash of {@code password} with a new salt, in PHC string format. */
    public Uni<String> hash(String password) {
        return onPool(() -> encode(OpaqueString.of(password)));
    }

    /** As {@link #matches(String, String, int)} where it is no secret what kind of hash it is. */
    public Uni<Boolean> matches(String password, @Nullable String hash) {
        return matches(password, hash, 0);
    }

    /**
     * Whether {@code password} is the one that was hashed. It takes as long for a null {@code hash} (there is no such user, or
     * none with a password) and for one that was imported as for any other, so that the time does not tell who exists: always
     * one Argon2id, and as long as there are imported hashes in the installation always one bcrypt.
     *
     * @param bcryptCost the highest cost of the imported hashes that there are, 0 if there are none
     */
    public Uni<Boolean> matches(String password, @Nullable String hash, int bcryptCost) {
        return onPool(() -> {
            @Nullable String ours = hash != null && ARGON2ID.matcher(hash).matches() ? hash : null;
            @Nullable String theirs = BcryptHashes.isOne(hash) ? hash : null;
            boolean broken = OpaqueString.isBroken(password);
            hashes.increment();
            // Of unpaired surrogates the encoder makes an exception, so something else is refused in their place
            String whole = broken ? "broken" : OpaqueString.of(password);
            boolean same = encoder.matches(whole, ours == null ? nobodysHash : ours);
            boolean sameAsImported = imported.matches(password, theirs, bcryptCost);
            return !broken && (ours != null ? same : theirs != null && sameAsImported);
        });
    }

    /**
     * Whether {@code hash} should be made anew from {@code password}, with which it was just matched: it was imported, or made
     * with weaker parameters than today's. Not if bcrypt has not seen all of the password: what was typed after that may be
     * wrong, and would be asked for ever after.
     */
    public boolean isOutdated(String hash, String password) {
        return BcryptHashes.isOne(hash) ? BcryptHashes.readsAllOf(password) : encoder.upgradeEncoding(hash);
    }

    private String encode(String password) {
        hashes.increment();
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder made no hash");
        }
        return hash;
    }

    <T> Uni<T> onPool(Supplier<T> work) {
        Context caller = Vertx.currentContext();
        Uni<T> result = Uni.createFrom().item(work).runSubscriptionOn(pool);
        return caller == null ? result : result.emitOn(signal -> caller.runOnContext(ignored -> signal.run()));
    }

    /** So that logins, however many, leave a core to everything else. */
    private static int allCoresButOne() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
