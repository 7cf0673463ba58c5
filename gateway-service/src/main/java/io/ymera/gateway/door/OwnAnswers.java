package io.ymera.gateway.door;

import io.ymera.gateway.health.Health;
import io.ymera.gateway.visit.Visit;
import jakarta.inject.Singleton;

/** What the gateway answers by itself, to anyone, and without limits. */
@Singleton
class OwnAnswers {

    private final Health health;

    OwnAnswers(Health health) {
        this.health = health;
    }

    /** Answers {@code visit} if {@code path} is one of ours; whether it is. */
    boolean answer(String path, Visit visit) {
        return health.answer(path, visit);
    }
}
