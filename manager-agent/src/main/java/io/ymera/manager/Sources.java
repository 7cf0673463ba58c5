package io.ymera.manager;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Where time and chance come from, so that tests can bring their own. */
class Sources {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** For jitter, nothing secret. */
    @Produces
    @Singleton
    RandomGenerator random() {
        return new Random();
    }
}
