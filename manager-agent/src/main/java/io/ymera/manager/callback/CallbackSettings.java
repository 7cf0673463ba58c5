package io.ymera.manager.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How callbacks are sent, and where they may go. */
@ConfigMapping(prefix = "ymera.callback")
interface CallbackSettings {

    /** What secrets are encrypted with where they are kept: 32 bytes in hexadecimal. Without it there are no callbacks. */
    Optional<String> encryptionKey();

    /** Whether callbacks may go to addresses that are not public; for local development, since it opens what is inside. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Whether callbacks may go out unencrypted; for local development. */
    @WithDefault("false")
    boolean allowHttp();

    /** For a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** For one attempt, from looking up the name to the end of the answer. */
    @WithDefault("15s")
    Duration totalTimeout();

    /** The longest pause after the first failed attempt; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstPause();

    /** What the pause never exceeds. */
    @WithDefault("1h")
    Duration maxPause();

    /** From the end of the task. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** How many a manager sends at a time. */
    @WithDefault("64")
    int concurrency();

    /** How many of them for one owner. */
    @WithDefault("8")
    int perOwner();

    /** How many of them from one owner to one host. */
    @WithDefault("4")
    int perHost();

    /** How long callbacks are signed with the old secret as well, after it was replaced. */
    @WithDefault("24h")
    Duration rotationOverlap();
}
