package io.ymera.auth.apikey;

import io.ymera.web.identity.Scopes;
import io.ymera.web.problem.ApiException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what an API key is to be limited to: some of {@link Scopes#all}. */
final class KeyScopes {

    private KeyScopes() {}

    /**
     * Those in {@code names}, each once and in their order.
     *
     * @throws ApiException if there are none, or one is not known
     */
    static SortedSet<String> of(List<String> names) {
        if (names.isEmpty()) {
            throw ApiException.invalid("/scopes", "must have at least one of " + String.join(", ", Scopes.all()));
        }
        for (int i = 0; i < names.size(); i++) {
            if (!Scopes.all().contains(names.get(i))) {
                throw ApiException.invalid("/scopes/" + i, "must be one of " + String.join(", ", Scopes.all()));
            }
        }
        return new TreeSet<>(names);
    }
}
