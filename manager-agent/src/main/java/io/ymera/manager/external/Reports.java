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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        // Whatever it is about, a report that makes no sense is refused
        return take(new Incoming(task, attempt, owner, body.fencingToken(), body.sequence(), body.report()), TRIES);
    }

    private record Incoming(
            UUID task,
            int attempt,
            String owner,
            long fencingToken,
            @Nullable Long sequence,
            Report report) {}

    private Uni<Effect> take(Incoming incoming, int tries) {
        return find(incoming).chain(found -> {
            if (found.filter(HeldAttempt::askedFor).isEmpty()) {
                count(incoming, found.isEmpty() ? Effect.UNKNOWN : Effect.FOREIGN, tries);
                throw ApiException.notFound("No agent of yours has had attempt %d at a task %s"
                        .formatted(incoming.attempt(), incoming.task()));
            }
            return fold(found.get(), incoming, tries);
        });
    }

    private Uni<Optional<HeldAttempt>> find(Incoming incoming) {
        return repository.find(incoming.task(), incoming.owner(), incoming.attempt());
    }

    /** Unless it has been folded in, and counted by that: then there were tries before. */
    private void count(Incoming incoming, Effect effect, int tries) {
        if (tries == TRIES) {
            metrics.reported(incoming.report(), effect);
        }
    }

    private Uni<Effect> fold(HeldAttempt held, Incoming incoming, int tries) {
        UUID agent = held.agent();
        boolean isCurrent = agent != null && held.isCurrent(incoming.attempt(), incoming.fencingToken());
        if (isCurrent && held.status() == TaskStatus.COMPLETED && incoming.report() instanceof Completed) {
            count(incoming, Effect.DUPLICATE, tries);
            return Uni.createFrom().item(Effect.DUPLICATE);
        }
        if (agent == null || !isCurrent || !held.isActive() || tries == 0) {
            count(incoming, held.effect(incoming.attempt(), incoming.fencingToken()), tries);
            return Uni.createFrom().failure(new ApiException(ErrorCode.STALE_ATTEMPT, held.fate(incoming.attempt())));
        }
        if (incoming.report() instanceof Completed completed && completed.stored() && !held.resultStored()) {
            return Uni.createFrom()
                    .failure(ApiException.invalid(
                            "/stored",
                            "is true, but no result was handed in for this attempt: PUT it, or send it as result"));
        }
        Long given = incoming.sequence();
        long sequence = given == null ? held.reportSequence() + 1 : given;
        var event = new TaskEvent(held.current(), agent, sequence, clock.instant(), incoming.report());
        return attempts.report(event).chain(effect -> switch (effect) {
            case APPLIED -> Uni.createFrom().item(effect);
            case DUPLICATE -> given == null ? take(incoming, tries - 1) : repeated(incoming, given);
            // Something happened since the look; the next one says what
            case LATE, STALE, FOREIGN, ILLEGAL, UNKNOWN -> take(incoming, tries - 1);
        });
    }

    /** An end with a number that was used before is no repetition while the attempt goes on: it would be lost. */
    private Uni<Effect> repeated(Incoming incoming, long given) {
        if (incoming.report() instanceof Progress) {
            return Uni.createFrom().item(Effect.DUPLICATE);
        }
        return find(incoming)
                .chain(found -> found.filter(HeldAttempt::isActive).isPresent()
                        ? Uni.createFrom()
                                .failure(ApiException.invalid(
                                        "/sequence",
                                        "is %d: it must be greater than that of any report before".formatted(given)))
                        : take(incoming, 1));
    }
}
