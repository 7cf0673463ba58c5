package io.ymera.auth.throttle;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How often somebody may guess. */
@ConfigMapping(prefix = "ymera.throttle")
interface ThrottleSettings {

    /** Of one account, whether or not there is such a user. */
    Limit account();

    /** From one address. */
    Limit address();

    /** Registrations from one address; all of them count, also those that succeed. */
    Limit registration();

    /** Where guessing ends. */
    interface Limit {

        /** So many cost nothing; with this one the pauses begin. */
        int failures();

        /** The first pause; each further failure doubles it. */
        Duration firstPause();

        /** No pause is longer. */
        Duration longestPause();

        /** One failure is forgotten in this time. */
        Duration forgiveEvery();
    }
}
