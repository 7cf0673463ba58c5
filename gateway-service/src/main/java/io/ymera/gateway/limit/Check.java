package io.ymera.gateway.limit;

import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/** A request that waits for its verdict. */
final class Check {

    private final Limit limit;
    private final String counted;
    private final Promise<Verdict> verdict;

    /** The next one of the same caller in the same call. */
    @Nullable
    Check next;

    /** @param counted where it is counted */
    Check(Limit limit, String counted, Promise<Verdict> verdict) {
        this.limit = limit;
        this.counted = counted;
        this.verdict = verdict;
    }

    Limit limit() {
        return limit;
    }

    String counted() {
        return counted;
    }

    void answer(Verdict answer) {
        verdict.complete(answer);
    }
}
