package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    private static final List<String> AREAS =
            List.of("tasks", "workflows", "schedules", "callbacks", "capabilities", "agents", "users");
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get");

    /** Every scope on every area, with every method. */
    @Test
    void aScopeIsForItsAreaAndItsMethods() {
        for (String scopeArea : AREAS) {
            for (String pathArea : AREAS) {
                String path = pathArea.equals("users") ? "/users/me" : "/" + pathArea + "/7/more";
                for (String method : both()) {
                    boolean same = scopeArea.equals(pathArea);
                    boolean reads = READING.contains(method);
                    String what = "%s %s".formatted(method, path);
                    assertThat(allows(Set.of(scopeArea + ":read"), method, path))
                            .as("%s with %s:read", what, scopeArea)
                            .isEqualTo(same && reads);
                    assertThat(allows(Set.of(scopeArea + ":write"), method, path))
                            .as("%s with %s:write", what, scopeArea)
                            .isEqualTo(same);
                }
            }
        }
    }

    @Test
    void withoutScopesTheRoleDecides() {
        assertThat(allows(null, "DELETE", "/users/me/password")).isTrue();
        assertThat(allows(Set.of(), "GET", "/tasks")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/login",
                "/auth/logout",
                "/auth/introspect",
                "/users",
                "/users/7",
                "/users/me/password",
                "/users/me/sessions",
                "/users/me/sessions/7",
                "/users/me/api-keys",
                "/users/me/api-keys/7",
                "/users/me/totp",
                "/users/me/totp/confirm",
                "/users/me/anything",
                "/users/me/../me/password",
                "/users/7/../me",
                "/users//me",
                "/users/%6de",
                "/users/me;a=b",
                "/users/me%2fpassword",
                "/audit",
                "/audit/export",
                "/clients",
                "/clients/7/secret",
                "/keys",
                "/keys/rotate",
                "/backlog",
                "/metrics",
                "/ws/more",
                "/wsx",
                "/tasksx",
                "/Tasks",
                "/",
                "",
                "//",
                "tasks",
                "/./tasks",
                "/../tasks",
                "/api/v1",
                "/api/v1/",
                "/api/v1/auth/login",
                "/api/v1/users/me/password",
                "/api/v1/api/v1/tasks",
                "/api/v2/tasks"
            })
    void someThingsAreOutOfReachForEveryScope(String path) {
        Set<String> all = Set.copyOf(AREAS.stream()
                .flatMap(area -> List.of(area + ":read", area + ":write").stream())
                .toList());

        for (String method : both()) {
            assertThat(allows(all, method, path)).as("%s %s", method, path).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /ws, tasks:read",
        "GET, /api/v1/ws, tasks:read",
        "GET, /api/v1/tasks, tasks:read",
        "GET, /tasks/, tasks:read",
        "GET, /tasks/7/events, tasks:read",
        "POST, /api/v1/tasks, tasks:write",
        "DELETE, /schedules/7, schedules:write",
        "POST, /workflows/7/steps/a/approve, workflows:write",
        "GET, /capabilities, capabilities:read",
        "PUT, /users/me, users:write"
    })
    void aRefusalNamesTheScope(String method, String path, String scope) {
        assertThat(refusal(Set.of("other:write"), method, path)).contains(scope);
        assertThat(allows(Set.of(scope), method, path)).isTrue();
    }

    @Test
    void aLongPathIsJudgedToo() {
        assertThat(allows(Set.of("tasks:read"), "GET", "/tasks" + "/a".repeat(8_000)))
                .isTrue();
    }

    private static List<String> both() {
        List<String> both = new ArrayList<>(READING);
        both.addAll(WRITING);
        return both;
    }

    private static boolean allows(@Nullable Set<String> scopes, String method, String path) {
        return refusal(scopes, method, path) == null;
    }

    private static @Nullable String refusal(@Nullable Set<String> scopes, String method, String path) {
        CallerPrincipal principal = new CallerPrincipal(
                "7", "ada", "user", UUID.randomUUID(), "ymera", scopes, Set.of(), "id", Instant.EPOCH, Instant.EPOCH);
        try {
            Scopes.check(principal, method, path);
            return null;
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN);
            return e.detail();
        }
    }
}
