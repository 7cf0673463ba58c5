package io.ymera.manager.task;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /tasks/redrive}: admins queue again what has failed, many at a time. Sent twice, it does the rest. */
@Path("/tasks/redrive")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Failed tasks")
class RedriveResource {

    private static final int MOST = 10_000;

    private final DeadLetters deadLetters;
    private final Caller caller;

    RedriveResource(DeadLetters deadLetters, Caller caller) {
        this.deadLetters = deadLetters;
        this.caller = caller;
    }

    /**
     * Which failed tasks are to be queued again: {@code taskIds}, or those that fit all the other members, the oldest first.
     *
     * @param since when they failed, that time included
     * @param until when they failed, that time not included
     * @param limit at most so many, 1 to 10,000; null counts as 10,000
     */
    record Redrive(
            @Size(min = 1, max = MOST) @Nullable List<@NotNull UUID> taskIds,

            @Pattern(regexp = SubmitTask.NO_NUL, message = SubmitTask.NO_NUL_MESSAGE) @Nullable
            String taskType,

            @Pattern(regexp = SubmitTask.NO_NUL, message = SubmitTask.NO_NUL_MESSAGE) @Nullable
            String failureCode,

            @Pattern(regexp = SubmitTask.NO_NUL, message = SubmitTask.NO_NUL_MESSAGE) @Nullable
            String owner,

            @Nullable Instant since,
            @Nullable Instant until,
            @Min(1) @Max(MOST) @Nullable Integer limit) {

        boolean hasFilter() {
            return taskType != null || failureCode != null || owner != null || since != null || until != null;
        }

        DeadLetterFilter filter() {
            return new DeadLetterFilter(
                    taskType, failureCode, owner, storable("/since", since), storable("/until", until));
        }

        /** Times of other millennia are no times of ours, and the database has no room for all of them. */
        private static @Nullable Instant storable(String pointer, @Nullable Instant time) {
            if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST))) {
                throw ApiException.invalid(pointer, "must be between 1970 and 9999");
            }
            return time;
        }

        private static final Instant LATEST =
                OffsetDateTime.parse("9999-12-31T23:59:59Z").toInstant();
    }

    /**
     * What became of it.
     *
     * @param redriven how many were queued again
     * @param skipped how many of the named tasks were not: they had not failed, or are steps of workflows
     */
    record Redriven(int redriven, int skipped) {}

    @POST
    @Operation(operationId = "redriveTasks", summary = "Queue failed tasks again")
    public Uni<Redriven> redrive(@NotNull @Valid Redrive redrive) {
        List<UUID> tasks = redrive.taskIds();
        if (tasks != null && (redrive.hasFilter() || redrive.limit() != null)) {
            throw ApiException.invalid("/task_ids", "must stand alone, without a filter or a limit");
        }
        if (tasks == null && !redrive.hasFilter() && redrive.limit() == null) {
            // A misspelt member must not mean everything
            throw ApiException.invalid("", "must have task_ids, a filter, or a limit");
        }
        if (tasks == null) {
            return deadLetters
                    .redrive(redrive.filter(), requireNonNullElse(redrive.limit(), MOST), caller.subject())
                    .map(redriven -> new Redriven(redriven, 0));
        }
        List<UUID> distinct = tasks.stream().distinct().toList();
        return deadLetters
                .redrive(distinct, caller.subject())
                .map(redriven -> new Redriven(redriven, distinct.size() - redriven));
    }
}
