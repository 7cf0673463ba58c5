package io.ymera.gateway.limit;

import io.vertx.core.Promise;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A request that waits for its verdict. */
final class Check {

    private static final Logger LOG = Logger.getLogger(Check.class);

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

    /** Whether it has its verdict. */
    boolean isAnswered() {
        return verdict.future().isComplete();
    }

    /** What whoever waits makes of it is not to keep others from theirs, so nothing that is thrown there comes back. */
    void answer(Verdict answer) {
        try {
            verdict.tryComplete(answer);
        } catch (RuntimeException e) {
            LOG.error("A request failed with its verdict", e);
        }
    }
}
