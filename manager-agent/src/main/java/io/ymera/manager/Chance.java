package io.ymera.manager;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Where chance comes from, so that a test can bring its own. */
class Chance {

    /** For jitter, nothing secret. */
    @Produces
    @Singleton
    RandomGenerator random() {
        return new Random();
    }
}
