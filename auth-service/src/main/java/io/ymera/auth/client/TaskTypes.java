package io.ymera.auth.client;

import io.ymera.contracts.task.Topics;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The task types that a client's agents may serve, or {@value #ALL} alone for whatever there is. */
final class TaskTypes {

    static final String ALL = "*";

    /** Of one of them. */
    static final String REGEX = "\\*|[a-z][a-z0-9_]{0,63}";

    static final String RULE = "must be a task type (a-z, 0-9 and _, up to 64), or * for all";

    private TaskTypes() {}

    /**
     * Those in {@code names}, each once and in their order.
     *
     * @throws IllegalArgumentException if there are none, one can't be a task type, or all are meant and others named
     */
    static SortedSet<String> of(Collection<String> names) {
        SortedSet<String> types = new TreeSet<>(names);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("must have at least one task type, or * for all");
        }
        if (types.contains(ALL) && types.size() > 1) {
            throw new IllegalArgumentException("must have * alone, as it means all task types");
        }
        if (!types.contains(ALL) && !types.stream().allMatch(Topics::isTaskType)) {
            throw new IllegalArgumentException(RULE);
        }
        return Collections.unmodifiableSortedSet(types);
    }
}
