package io.ymera.manager.external;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.external.AttemptReports.Body;
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
    private final Clock clock;

    Reports(HeldAttemptRepository repository, Attempts attempts, Clock clock) {
        this.repository = repository;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Takes a report of the service {@code owner}.
     *
     * @return {@code APPLIED}, or {@code DUPLICATE} for a repetition; fails with {@link ErrorCode#NOT_FOUND} for an attempt
     *     that no agent of {@code owner} ever had, with {@link ErrorCode#STALE_ATTEMPT} for one that is over
     */
    Uni<Effect> report(UUID task, int attempt, String owner, Body body) {
        return report(task, attempt, owner, body, TRIES);
    }

    private Uni<Effect> report(UUID task, int attempt, String owner, Body body, int tries) {
        return repository
                .find(task, owner, attempt)
                .map(found -> found.filter(HeldAttempt::askedFor)
                        .orElseThrow(() -> ApiException.notFound(
                                "No agent of yours has had attempt %d at a task %s".formatted(attempt, task))))
                .chain(held -> fold(held, attempt, owner, body, tries));
    }

    private Uni<Effect> fold(HeldAttempt held, int attempt, String owner, Body body, int tries) {
        UUID agent = held.agent();
        boolean isCurrent = agent != null && held.isCurrent(attempt, body.fencingToken());
        if (isCurrent && held.status() == TaskStatus.COMPLETED && body.report() instanceof Completed) {
            return Uni.createFrom().item(Effect.DUPLICATE);
        }
        if (agent == null || !isCurrent || !held.isActive() || tries == 0) {
            return Uni.createFrom().failure(new ApiException(ErrorCode.STALE_ATTEMPT, held.fate(attempt)));
        }
        Long given = body.sequence();
        long sequence = given == null ? held.reportSequence() + 1 : given;
        var event = new TaskEvent(held.current(), agent, sequence, clock.instant(), body.report());
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
