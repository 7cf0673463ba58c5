package io.ymera.auth.apikey;

import io.ymera.web.problem.ApiException;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an API key can be limited to: {@code <area>:read} and {@code <area>:write}, which includes reading. What an area is, is
 * enforced where tokens are verified, by a path's first segment.
 */
final class Scopes {

    private static final List<String> AREAS =
            List.of("tasks", "workflows", "schedules", "callbacks", "capabilities", "agents", "users");

    private static final SortedSet<String> ALL = Collections.unmodifiableSortedSet(AREAS.stream()
            .flatMap(area -> Stream.of(area + ":read", area + ":write"))
            .collect(Collectors.toCollection(TreeSet::new)));

    private Scopes() {}

    /**
     * Those in {@code names}, each once and in their order.
     *
     * @throws ApiException if there are none, or one is not known
     */
    static SortedSet<String> of(List<String> names) {
        if (names.isEmpty()) {
            throw ApiException.invalid("/scopes", "must have at least one of " + String.join(", ", ALL));
        }
        for (int i = 0; i < names.size(); i++) {
            if (!ALL.contains(names.get(i))) {
                throw ApiException.invalid("/scopes/" + i, "must be one of " + String.join(", ", ALL));
            }
        }
        return new TreeSet<>(names);
    }
}
