package io.ymera.manager.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/**
 * Counts what was asked of tasks, attempts and workflows and does not follow from the state that they are in. What agents
 * report is counted by its effect instead.
 */
@Singleton
public class RefusedTransitions {

    private static final Set<ErrorCode> REFUSALS = EnumSet.of(ErrorCode.CONFLICT, ErrorCode.STALE_ATTEMPT);

    private final MeterRegistry metrics;

    RefusedTransitions(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Counts {@code change} if it is refused.
     *
     * @param action what is asked for, a word in snake_case, one of a few
     */
    public <T> Uni<T> watch(String action, Uni<T> change) {
        return change.onFailure(failure -> failure instanceof ApiException e && REFUSALS.contains(e.code()))
                .invoke(() -> refused(action));
    }

    /** Counts one that was refused. */
    public void refused(String action) {
        metrics.counter("ymera.transitions.refused", "action", action).increment();
    }
}
