package io.ymera.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.gateway.route.RouteTable.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private static final RouteTable TABLE = RoutesFile.parse(RoutesFile.brought());

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/auth/login, /auth/login, ANYONE, auth",
        "POST, /auth/login, /auth/login, ANYONE, auth",
        "GET, /users/me, /users/me, USERS, auth",
        "POST, /auth/refresh, /auth/refresh, ANYONE, auth",
        "POST, /api/v1/auth/logout, /auth/logout, ANYONE, auth",
        "POST, /auth/introspect, /auth/introspect, ANYONE, auth",
        "POST, /api/v1/auth/revoke, /auth/revoke, ANYONE, auth",
        "POST, /auth/setup, /auth/setup, ANYONE, auth",
        "GET, /api/v1/auth/external, /auth/external, ANYONE, auth",
        "GET, /auth/external/login, /auth/external/login, ANYONE, auth",
        "GET, /api/v1/auth/external/callback, /auth/external/callback, ANYONE, auth",
        "POST, /auth/external/tokens, /auth/external/tokens, ANYONE, auth",
        "PUT, /api/v1/users/me, /users/me, USERS, auth",
        "PUT, /users/me/password, /users/me/password, USERS, auth",
        "GET, /api/v1/users/me/sessions, /users/me/sessions, USERS, auth",
        "DELETE, /users/me/sessions, /users/me/sessions, USERS, auth",
        "DELETE, /api/v1/users/me/sessions/7, /users/me/sessions/7, USERS, auth",
        "POST, /users/me/api-keys, /users/me/api-keys, USERS, auth",
        "GET, /api/v1/users/me/api-keys, /users/me/api-keys, USERS, auth",
        "DELETE, /users/me/api-keys/7, /users/me/api-keys/7, USERS, auth",
        "GET, /api/v1/users/me/totp, /users/me/totp, USERS, auth",
        "POST, /users/me/totp, /users/me/totp, USERS, auth",
        "POST, /api/v1/users/me/totp/confirm, /users/me/totp/confirm, USERS, auth",
        "DELETE, /users/me/totp, /users/me/totp, USERS, auth",
        "POST, /api/v1/users/me/external, /users/me/external, USERS, auth",
        "GET, /users, /users, ADMINS, auth",
        "GET, /api/v1/users/7, /users/7, ADMINS, auth",
        "PATCH, /users/7, /users/7, ADMINS, auth",
        "DELETE, /api/v1/users/7, /users/7, ADMINS, auth",
        "DELETE, /users/7/totp, /users/7/totp, ADMINS, auth",
        "GET, /audit, /audit, ADMINS, auth",
        "GET, /api/v1/audit/verify, /audit/verify, ADMINS, auth",
        "GET, /audit/export, /audit/export, ADMINS, auth",
        "POST, /api/v1/clients, /clients, ADMINS, auth",
        "GET, /clients, /clients, ADMINS, auth",
        "GET, /api/v1/clients/7, /clients/7, ADMINS, auth",
        "PATCH, /clients/7, /clients/7, ADMINS, auth",
        "DELETE, /api/v1/clients/7, /clients/7, ADMINS, auth",
        "POST, /clients/7/secret, /clients/7/secret, ADMINS, auth",
        "GET, /api/v1/keys, /keys, ADMINS, auth",
        "POST, /keys/rotate, /keys/rotate, ADMINS, auth",
        "GET, /api/v1/tasks/7, /tasks/7, USERS, manager",
        "POST, /tasks/7/cancel, /tasks/7/cancel, USERS, manager",
        "POST, /tasks/7/retry, /tasks/7/retry, USERS, manager",
        "GET, /tasks/7/events, /tasks/7/events, USERS, manager",
        "GET, /tasks/7/attempts/1/parameters, /tasks/7/attempts/1/parameters, SERVICES, manager",
        "PUT, /api/v1/tasks/7/attempts/1/result, /tasks/7/attempts/1/result, SERVICES, manager",
        "GET, /api/v1/tasks/dead-letters, /tasks/dead-letters, ADMINS, manager",
        "POST, /tasks/redrive, /tasks/redrive, ADMINS, manager",
        "GET, /tasks/7/callbacks, /tasks/7/callbacks, USERS, manager",
        "GET, /callbacks/secret, /callbacks/secret, USERS, manager",
        "POST, /callbacks/secret, /callbacks/secret, USERS, manager",
        "POST, /schedules, /schedules, USERS, manager",
        "PATCH, /api/v1/schedules/7, /schedules/7, USERS, manager",
        "DELETE, /schedules/7, /schedules/7, USERS, manager",
        "POST, /workflows, /workflows, USERS, manager",
        "GET, /api/v1/workflows/7/events, /workflows/7/events, USERS, manager",
        "POST, /workflows/7/steps/ok/approve, /workflows/7/steps/ok/approve, USERS, manager",
        "GET, /ws, /ws, USERS, manager",
        "GET, /api/v1/backlog, /backlog, SERVICES_AND_ADMINS, manager",
        "GET, /agents, /agents, SERVICES_AND_ADMINS, manager",
        "PATCH, /agents/7, /agents/7, SERVICES_AND_ADMINS, manager",
        "DELETE, /agents/7, /agents/7, SERVICES_AND_ADMINS, manager",
        "POST, /api/v1/agents/7/leases, /agents/7/leases, SERVICES, manager",
        "POST, /api/v1/tasks/7/attempts/1/progress, /tasks/7/attempts/1/progress, SERVICES, manager",
        "POST, /tasks/7/attempts/1/complete, /tasks/7/attempts/1/complete, SERVICES, manager",
        "POST, /tasks/7/attempts/1/fail, /tasks/7/attempts/1/fail, SERVICES, manager",
        "POST, /tasks/7/attempts/1/release, /tasks/7/attempts/1/release, SERVICES, manager",
        "POST, /agents, /agents, SERVICES, manager",
        "POST, /agents/7/heartbeat, /agents/7/heartbeat, SERVICES, manager",
        "GET, /.well-known/jwks.json, /.well-known/jwks.json, ANYONE, auth",
        "GET, /.well-known/oauth-authorization-server, /.well-known/oauth-authorization-server, ANYONE, auth"
    })
    void findsARoute(String method, String path, String target, Access access, String service) {
        Match match = TABLE.find(method, path);

        assertThat(match).isInstanceOfSatisfying(Match.Found.class, found -> {
            assertThat(found.target()).isEqualTo(target);
            assertThat(found.route().access()).isEqualTo(access);
            assertThat(found.route().service()).isEqualTo(service);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1",
                "/api/v1/",
                "/api/v1/api/v1/tasks",
                "/api/v2/tasks",
                "/API/v1/tasks",
                "/Tasks",
                "/tasks/",
                "/tasks/7/",
                "/tasks/7/attempts",
                "/api/v1/.well-known/jwks.json",
                "/metrics",
                "/q/health",
                "/users/1/2",
                "/auth/revocations",
                "/api/v1/auth/revocations",
                "/auth",
                "/users/me/sessions/1/2",
                "/api/v1/.well-known/oauth-authorization-server",
                "/internal"
            })
    void whatIsNotInTheTableIsNotThere(String path) {
        assertThat(TABLE.find("GET", path)).isInstanceOf(Match.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /auth/external/login, true",
        "GET, /auth/external/callback, true",
        "POST, /auth/external/tokens, true",
        "POST, /users/me/external, true",
        "GET, /auth/external, false",
        "POST, /auth/login, false",
        "POST, /auth/refresh, false",
        "GET, /users/me, false",
        "GET, /tasks, false"
    })
    void cookiesAreForSignInElsewhereAlone(String method, String path, boolean cookies) {
        assertThat(TABLE.find(method, path)).isInstanceOfSatisfying(Match.Found.class, found -> assertThat(
                        found.route().cookies())
                .isEqualTo(cookies));
    }

    @Test
    void namesTheMethodsThatAPathHas() {
        Match match = TABLE.find("PUT", "/agents/7");

        assertThat(match).isInstanceOfSatisfying(Match.OtherMethods.class, other -> assertThat(other.allowed())
                .containsExactly("DELETE", "GET", "HEAD", "OPTIONS", "PATCH"));
    }

    @ParameterizedTest
    @CsvSource({
        "ANYONE, true, true, true, true",
        "USERS, false, true, true, false",
        "ADMINS, false, false, true, false",
        "SERVICES, false, false, false, true",
        "SERVICES_AND_ADMINS, false, false, true, true"
    })
    void roles(Access access, boolean nobody, boolean user, boolean admin, boolean service) {
        assertThat(access.allows(null)).isEqualTo(nobody);
        assertThat(access.allows("user")).isEqualTo(user);
        assertThat(access.allows("admin")).isEqualTo(admin);
        assertThat(access.allows("service")).isEqualTo(service);
        assertThat(access.allows("User")).isEqualTo(nobody);
    }

    /** What is spelled out is meant, even by a method that only the path with a hole has. */
    @Test
    void aNamedPathIsPreferredToAHole() {
        assertThat(TABLE.find("PATCH", "/users/me")).isInstanceOf(Match.OtherMethods.class);
        assertThat(TABLE.find("GET", "/tasks/dead-letters"))
                .isInstanceOfSatisfying(
                        Match.Found.class,
                        found -> assertThat(found.route().access()).isEqualTo(Access.ADMINS));
    }

    @Test
    void whereThereIsAGetThereIsAHead() {
        assertThat(TABLE.find("HEAD", "/tasks")).isInstanceOf(Match.Found.class);
        assertThat(TABLE.find("HEAD", "/auth/login")).isInstanceOf(Match.OtherMethods.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tasks", "/", "/tasks/", "//tasks", "/tasks/{id", "/a/**/b", "/%2e", "/tasks/{ID}"})
    void aTemplateIsAbsoluteAndWhole(String template) {
        assertThatThrownBy(() -> PathTemplate.parse(template)).isInstanceOf(IllegalArgumentException.class);
    }
}
