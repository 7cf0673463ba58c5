package io.ymera.manager.external;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.external.AttemptReports.Body;
import io.ymera.manager.report.AttemptMetrics;
import io.ymera.manager.report.Attempts;
import io.ymera.manager.report.Effect;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Folds in what agents report over HTTP, and tells them when an attempt is no longer theirs. */
@Singleton
class Reports {

    /** Reports without a number that come at the same time get in each other's way. */
    private static final int TRIES = 10;

    private final HeldAttemptRepository repository;
    private final Attempts attempts;
    private final AttemptMetrics metrics;
    private final Clock clock;

    Reports(HeldAttemptRepository repository, Attempts attempts, AttemptMetrics metrics, Clock clock) {
        this.repository = repository;
        this.attempts = attempts;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes a report of the service {@code owner}.
     *
     * @return {@code APPLIED}, or {@code DUPLICATE} for a repetition; fails with {@link ErrorCode#NOT_FOUND} for an attempt
     *     that no agent of {@code owner} ever had, with {@link ErrorCode#STALE_ATTEMPT} for one that is over, with {@link
     *     ErrorCode#VALIDATION_FAILED} for an end with a stored result that is not there
     */
    Uni<Effect> report(UUID task, int attempt, String owner, Body body) {
        return report(task, attempt, owner, body, TRIES);
    }

    /** Whether nothing has been counted yet: each further try follows one that was folded in, and counted by that. */
    private static boolean isFirst(int tries) {
        return tries == TRIES;
    }

    private Uni<Effect> report(UUID task, int attempt, String owner, Body body, int tries) {
        // First of all, so that a report that makes no sense is refused whatever it is about
        Report report = body.report();
        return repository.find(task, owner, attempt).chain(found -> {
            if (found.filter(HeldAttempt::askedFor).isEmpty()) {
                count(report, found.isEmpty() ? Effect.UNKNOWN : Effect.FOREIGN, tries);
                throw ApiException.notFound(
                        "No agent of yours has had attempt %d at a task %s".formatted(attempt, task));
            }
            return fold(found.get(), attempt, owner, body, tries);
        });
    }

    private void count(Report report, Effect effect, int tries) {
        if (isFirst(tries)) {
            metrics.reported(report, effect);
        }
    }

    private Uni<Effect> fold(HeldAttempt held, int attempt, String owner, Body body, int tries) {
        UUID agent = held.agent();
        Report report = body.report();
        boolean isCurrent = agent != null && held.isCurrent(attempt, body.fencingToken());
        if (isCurrent && held.status() == TaskStatus.COMPLETED && report instanceof Completed) {
            count(report, Effect.DUPLICATE, tries);
            return Uni.createFrom().item(Effect.DUPLICATE);
        }
        if (agent == null || !isCurrent || !held.isActive() || tries == 0) {
            count(report, held.effect(attempt, body.fencingToken()), tries);
            return Uni.createFrom().failure(new ApiException(ErrorCode.STALE_ATTEMPT, held.fate(attempt)));
        }
        if (report instanceof Completed completed && completed.stored() && !held.resultStored()) {
            return Uni.createFrom()
                    .failure(ApiException.invalid(
                            "/stored",
                            "is true, but no result was handed in for this attempt: PUT it, or send it as result"));
        }
        Long given = body.sequence();
        long sequence = given == null ? held.reportSequence() + 1 : given;
        var event = new TaskEvent(held.current(), agent, sequence, clock.instant(), report);
        return attempts.report(event).chain(effect -> switch (effect) {
            case APPLIED -> Uni.createFrom().item(effect);
            case DUPLICATE ->
                given == null
                        ? report(held.current().taskId(), attempt, owner, body, tries - 1)
                        : repeated(held, attempt, owner, body, given);
            // Something happened since the look; the next one says what
            case LATE, STALE, FOREIGN, ILLEGAL, UNKNOWN ->
                report(held.current().taskId(), attempt, owner, body, tries - 1);
        });
    }

    /** An end with a number that was used before is no repetition while the attempt goes on: it would be lost. */
    private Uni<Effect> repeated(HeldAttempt held, int attempt, String owner, Body body, long given) {
        if (body.report() instanceof Progress) {
            return Uni.createFrom().item(Effect.DUPLICATE);
        }
        return repository
                .find(held.current().taskId(), owner, attempt)
                .chain(found -> found.filter(HeldAttempt::isActive).isPresent()
                        ? Uni.createFrom()
                                .failure(ApiException.invalid(
                                        "/sequence",
                                        "is %d: it must be greater than that of any report before".formatted(given)))
                        : report(held.current().taskId(), attempt, owner, body, 1));
    }
}
