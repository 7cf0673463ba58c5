package io.ymera.manager.callback;

import java.time.Duration;
import java.util.Optional;

/** Settings as a test wants them. */
record TestSettings(
        Optional<String> encryptionKey,
        boolean allowPrivate,
        boolean allowHttp,
        Duration connectTimeout,
        Duration totalTimeout,
        Duration firstPause,
        Duration maxPause,
        Duration giveUpAfter,
        int concurrency,
        int perOwner,
        int perHost,
        Duration rotationOverlap)
        implements CallbackSettings {

    /** As in production. */
    static TestSettings strict() {
        return allowing(false);
    }

    /** As for local development. */
    static TestSettings local() {
        return allowing(true);
    }

    private static TestSettings allowing(boolean more) {
        return new TestSettings(
                Optional.of("ab".repeat(32)),
                more,
                more,
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofHours(24),
                64,
                8,
                4,
                Duration.ofHours(24));
    }

    TestSettings withoutKey() {
        return withKey(Optional.empty());
    }

    TestSettings withKey(Optional<String> key) {
        return new TestSettings(
                key,
                allowPrivate,
                allowHttp,
                connectTimeout,
                totalTimeout,
                firstPause,
                maxPause,
                giveUpAfter,
                concurrency,
                perOwner,
                perHost,
                rotationOverlap);
    }

    TestSettings withTotalTimeout(Duration timeout) {
        return new TestSettings(
                encryptionKey,
                allowPrivate,
                allowHttp,
                connectTimeout,
                timeout,
                firstPause,
                maxPause,
                giveUpAfter,
                concurrency,
                perOwner,
                perHost,
                rotationOverlap);
    }
}
