package io.ymera.manager.workflow;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What others are to be told once a transaction has been committed.
 *
 * @param tasks that were queued
 * @param workflows that have changed
 * @param isStopping whether there are tasks to be cancelled
 */
record Aftermath(List<UUID> tasks, List<UUID> workflows, boolean isStopping) {

    static Aftermath of(Collection<Run> changed) {
        return new Aftermath(
                changed.stream()
                        .flatMap(run -> run.queued().stream())
                        .map(queued -> queued.task().id())
                        .toList(),
                changed.stream().map(run -> run.head().id()).toList(),
                changed.stream().anyMatch(Run::isStopping));
    }
}
