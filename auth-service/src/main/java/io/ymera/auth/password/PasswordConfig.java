package io.ymera.auth.password;

import io.smallrye.config.ConfigMapping;

/** How much of the machine password hashing may take. */
@ConfigMapping(prefix = "ymera.password")
interface PasswordConfig {

    /** Hashes computed at a time, each with 19 MiB; 0 means one for each core but one. */
    int threads();

    /** Hashes that may wait for a thread. */
    int queue();
}
