package io.ymera.auth.password;

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
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes and checks passwords with Argon2id, m=19456 KiB, t=2, p=1 (OWASP's minimum).
 *
 * <p>Never blocks the caller: the work is done on a bounded pool and the answer comes back on the caller's Vert.x context. So
 * the memory that a flood of logins can take is bounded too; what finds the queue full fails with {@link
 * RejectedExecutionException}, which clients see as 503 {@code overloaded}.
 */
@Singleton
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
    private final ThreadPoolExecutor pool;
    private final String nobodysHash;

    Passwords(PasswordConfig config) {
        int threads =
                config.threads() > 0 ? config.threads() : Runtime.getRuntime().availableProcessors();
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()),
                Thread.ofPlatform().name("password-", 0).factory());
        this.pool.allowCoreThreadTimeOut(true);
        this.nobodysHash = encode("of nobody");
    }

    /** The hash of {@code password} with a new salt, in PHC string format. */
    public Uni<String> hash(String password) {
        return onPool(() -> encode(password));
    }

    /**
     * Whether {@code password} is the one that was hashed. A null {@code hash} (there is no such user) takes as long as a
     * wrong password, so that the time does not tell who exists.
     */
    public Uni<Boolean> matches(String password, @Nullable String hash) {
        return onPool(() -> {
            boolean same = encoder.matches(password, hash == null ? nobodysHash : hash);
            return same && hash != null;
        });
    }

    /** Whether {@code hash} was made with weaker parameters than today's, so that it should be made anew. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private String encode(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder made no hash");
        }
        return hash;
    }

    private <T> Uni<T> onPool(Supplier<T> work) {
        Context caller = Vertx.currentContext();
        Uni<T> result = Uni.createFrom().item(work).runSubscriptionOn(pool);
        return caller == null ? result : result.emitOn(signal -> caller.runOnContext(ignored -> signal.run()));
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
