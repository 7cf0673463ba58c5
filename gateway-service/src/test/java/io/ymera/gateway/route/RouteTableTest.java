package io.ymera.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.gateway.route.RouteTable.Match;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/auth/login, /auth/login, ANYONE, AUTH",
        "POST, /auth/login, /auth/login, ANYONE, AUTH",
        "GET, /users/me, /users/me, USERS, AUTH",
        "POST, /auth/refresh, /auth/refresh, ANYONE, AUTH",
        "POST, /api/v1/auth/logout, /auth/logout, ANYONE, AUTH",
        "POST, /auth/introspect, /auth/introspect, ANYONE, AUTH",
        "POST, /api/v1/auth/revoke, /auth/revoke, ANYONE, AUTH",
        "POST, /auth/setup, /auth/setup, ANYONE, AUTH",
        "GET, /api/v1/auth/external, /auth/external, ANYONE, AUTH",
        "GET, /auth/external/login, /auth/external/login, ANYONE, AUTH",
        "GET, /api/v1/auth/external/callback, /auth/external/callback, ANYONE, AUTH",
        "POST, /auth/external/tokens, /auth/external/tokens, ANYONE, AUTH",
        "PUT, /api/v1/users/me, /users/me, USERS, AUTH",
        "PUT, /users/me/password, /users/me/password, USERS, AUTH",
        "GET, /api/v1/users/me/sessions, /users/me/sessions, USERS, AUTH",
        "DELETE, /users/me/sessions, /users/me/sessions, USERS, AUTH",
        "DELETE, /api/v1/users/me/sessions/7, /users/me/sessions/7, USERS, AUTH",
        "POST, /users/me/api-keys, /users/me/api-keys, USERS, AUTH",
        "GET, /api/v1/users/me/api-keys, /users/me/api-keys, USERS, AUTH",
        "DELETE, /users/me/api-keys/7, /users/me/api-keys/7, USERS, AUTH",
        "GET, /api/v1/users/me/totp, /users/me/totp, USERS, AUTH",
        "POST, /users/me/totp, /users/me/totp, USERS, AUTH",
        "POST, /api/v1/users/me/totp/confirm, /users/me/totp/confirm, USERS, AUTH",
        "DELETE, /users/me/totp, /users/me/totp, USERS, AUTH",
        "POST, /api/v1/users/me/external, /users/me/external, USERS, AUTH",
        "GET, /users, /users, ADMINS, AUTH",
        "GET, /api/v1/users/7, /users/7, ADMINS, AUTH",
        "PATCH, /users/7, /users/7, ADMINS, AUTH",
        "DELETE, /api/v1/users/7, /users/7, ADMINS, AUTH",
        "DELETE, /users/7/totp, /users/7/totp, ADMINS, AUTH",
        "PATCH, /api/v1/users/me, /users/me, ADMINS, AUTH",
        "GET, /audit, /audit, ADMINS, AUTH",
        "GET, /api/v1/audit/verify, /audit/verify, ADMINS, AUTH",
        "GET, /audit/export, /audit/export, ADMINS, AUTH",
        "POST, /api/v1/clients, /clients, ADMINS, AUTH",
        "GET, /clients, /clients, ADMINS, AUTH",
        "GET, /api/v1/clients/7, /clients/7, ADMINS, AUTH",
        "PATCH, /clients/7, /clients/7, ADMINS, AUTH",
        "DELETE, /api/v1/clients/7, /clients/7, ADMINS, AUTH",
        "POST, /clients/7/secret, /clients/7/secret, ADMINS, AUTH",
        "GET, /api/v1/keys, /keys, ADMINS, AUTH",
        "POST, /keys/rotate, /keys/rotate, ADMINS, AUTH",
        "GET, /api/v1/tasks/7, /tasks/7, USERS, MANAGER",
        "POST, /tasks/7/cancel, /tasks/7/cancel, USERS, MANAGER",
        "POST, /tasks/7/retry, /tasks/7/retry, USERS, MANAGER",
        "GET, /tasks/7/events, /tasks/7/events, USERS, MANAGER",
        "GET, /tasks/7/attempts/1/parameters, /tasks/7/attempts/1/parameters, SERVICES, MANAGER",
        "PUT, /api/v1/tasks/7/attempts/1/result, /tasks/7/attempts/1/result, SERVICES, MANAGER",
        "GET, /api/v1/tasks/dead-letters, /tasks/dead-letters, ADMINS, MANAGER",
        "POST, /tasks/redrive, /tasks/redrive, ADMINS, MANAGER",
        "GET, /tasks/7/callbacks, /tasks/7/callbacks, USERS, MANAGER",
        "GET, /callbacks/secret, /callbacks/secret, USERS, MANAGER",
        "POST, /callbacks/secret, /callbacks/secret, USERS, MANAGER",
        "POST, /schedules, /schedules, USERS, MANAGER",
        "PATCH, /api/v1/schedules/7, /schedules/7, USERS, MANAGER",
        "DELETE, /schedules/7, /schedules/7, USERS, MANAGER",
        "POST, /workflows, /workflows, USERS, MANAGER",
        "GET, /api/v1/workflows/7/events, /workflows/7/events, USERS, MANAGER",
        "POST, /workflows/7/steps/ok/approve, /workflows/7/steps/ok/approve, USERS, MANAGER",
        "GET, /ws, /ws, USERS, MANAGER",
        "GET, /api/v1/backlog, /backlog, SERVICES_AND_ADMINS, MANAGER",
        "GET, /agents, /agents, SERVICES_AND_ADMINS, MANAGER",
        "PATCH, /agents/7, /agents/7, SERVICES_AND_ADMINS, MANAGER",
        "DELETE, /agents/7, /agents/7, SERVICES_AND_ADMINS, MANAGER",
        "POST, /api/v1/agents/7/leases, /agents/7/leases, SERVICES, MANAGER",
        "POST, /api/v1/tasks/7/attempts/1/progress, /tasks/7/attempts/1/progress, SERVICES, MANAGER",
        "POST, /tasks/7/attempts/1/complete, /tasks/7/attempts/1/complete, SERVICES, MANAGER",
        "POST, /tasks/7/attempts/1/fail, /tasks/7/attempts/1/fail, SERVICES, MANAGER",
        "POST, /tasks/7/attempts/1/release, /tasks/7/attempts/1/release, SERVICES, MANAGER",
        "POST, /agents, /agents, SERVICES, MANAGER",
        "POST, /agents/7/heartbeat, /agents/7/heartbeat, SERVICES, MANAGER",
        "GET, /.well-known/jwks.json, /.well-known/jwks.json, ANYONE, AUTH",
        "GET, /.well-known/oauth-authorization-server, /.well-known/oauth-authorization-server, ANYONE, AUTH"
    })
    void findsARoute(String method, String path, String target, Access access, Upstream upstream) {
        Match match = RouteTable.find(method, path);

        assertThat(match).isInstanceOfSatisfying(Match.Found.class, found -> {
            assertThat(found.target()).isEqualTo(target);
            assertThat(found.route().access()).isEqualTo(access);
            assertThat(found.route().upstream()).isEqualTo(upstream);
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
        assertThat(RouteTable.find("GET", path)).isInstanceOf(Match.Nothing.class);
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
        assertThat(RouteTable.find(method, path)).isInstanceOfSatisfying(Match.Found.class, found -> assertThat(
                        found.route().cookies())
                .isEqualTo(cookies));
    }

    @Test
    void namesTheMethodsThatAPathHas() {
        Match match = RouteTable.find("PUT", "/agents/7");

        assertThat(match).isInstanceOfSatisfying(Match.OtherMethods.class, other -> assertThat(other.allowed())
                .containsExactly("DELETE", "GET", "PATCH"));
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
        assertThat(access.allows(List.of())).isEqualTo(nobody);
        assertThat(access.allows(List.of("user"))).isEqualTo(user);
        assertThat(access.allows(List.of("admin"))).isEqualTo(admin);
        assertThat(access.allows(List.of("service"))).isEqualTo(service);
        assertThat(access.allows(List.of("User", "root"))).isEqualTo(nobody);
    }

    @Test
    @SuppressWarnings("NullAway") // the point
    void aRouteWithoutARuleCannotBeMade() {
        assertThatThrownBy(() -> Route.answer("GET", "/secrets", null, Upstream.MANAGER))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("A route needs a rule that says who may use it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tasks", "/", "/tasks/", "//tasks"})
    void aTemplateIsAbsoluteAndWhole(String template) {
        assertThatThrownBy(() -> PathTemplate.parse(template)).isInstanceOf(IllegalArgumentException.class);
    }
}
