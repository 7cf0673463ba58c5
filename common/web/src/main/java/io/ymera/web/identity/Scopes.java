package io.ymera.web.identity;

import io.ymera.web.problem.InsufficientScopeException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token with scopes may be used for. A scope is an area, which is a path's first part, and {@code read} (GET, HEAD) or {@code
 * write} (everything, so also to read). What is in no area, and of the users' what could make the right wider or lock somebody out, is
 * out of reach for such a token.
 */
public final class Scopes {

    private static final Set<String> AREAS =
            Set.of("tasks", "workflows", "schedules", "callbacks", "capabilities", "agents");

    /** Of the user's own account, which has parts that are in no area. */
    private static final String USERS = "users";

    private static final SortedSet<String> ALL =
            Collections.unmodifiableSortedSet(Stream.concat(AREAS.stream(), Stream.of(USERS))
                    .flatMap(area -> Stream.of(area + ":read", area + ":write"))
                    .collect(Collectors.toCollection(TreeSet::new)));

    /** Paths that every server reads alike: nothing encoded, no path parameters, no dot segments. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._~@:+/-]+");

    private static final Pattern UNCLEAR = Pattern.compile("//|/\\.\\.?(/|$)");
    /** The gateway has its routes with this prefix as well. */
    private static final String PREFIX = "/api/v1";

    private Scopes() {}

    /** Every scope that there is. */
    public static SortedSet<String> all() {
        return ALL;
    }

    /**
     * @throws InsufficientScopeException (403) if {@code principal} has a token with scopes, and none that allows {@code method} on {@code path}; it
     *     names the one that would
     */
    public static void check(CallerPrincipal principal, String method, String path) {
        @Nullable Set<String> scopes = principal.scopes();
        if (scopes == null) {
            return;
        }
        String area = area(path)
                .orElseThrow(() -> new InsufficientScopeException(
                        "An API key can't be used for this, whatever its scopes: log in.", null));
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (!scopes.contains(area + ":write") && !(reads && scopes.contains(area + ":read"))) {
            String missing = area + (reads ? ":read" : ":write");
            throw new InsufficientScopeException(
                    "The API key does not have the scope %s, which this needs.".formatted(missing), missing);
        }
    }

    private static Optional<String> area(String path) {
        if (!PLAIN.matcher(path).matches() || UNCLEAR.matcher(path).find()) {
            return Optional.empty();
        }
        String versioned = path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
        boolean slash = versioned.length() > 1 && versioned.endsWith("/");
        String own = slash ? versioned.substring(0, versioned.length() - 1) : versioned;
        return switch (own) {
            case "/ws" -> Optional.of("tasks");
            case "/users/me" -> Optional.of(USERS);
            default -> Optional.of(own.split("/", 3)[1]).filter(AREAS::contains);
        };
    }
}
