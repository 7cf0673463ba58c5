package io.ymera.gateway.apidocs.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ymera.gateway.route.Access;
import io.ymera.gateway.route.RouteOutline;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlatformApiTest {

    private static final String TASKS = """
            {"tags": [{"name": "Tasks"}, {"name": "Inner"}],
             "paths": {
               "/tasks/{task}": {"get": {"operationId": "getTask", "tags": ["Tasks"], "responses":
                   {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Task"}}}}}}},
               "/inner": {"get": {"operationId": "inner", "tags": ["Inner"], "x-internal": true, "responses": {}}}},
             "components": {"schemas": {"Task": {"properties": {"id": {"$ref": "#/components/schemas/Id"}}},
                                        "Id": {"type": "string"}, "Unused": {}}}}""";

    private static final String USERS = """
            {"paths": {"/users": {"get": {"operationId": "listUsers", "responses":
                 {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Id"}}}}}}}},
             "components": {"schemas": {"Id": {"type": "%s"}}}}""";

    private static final RouteOutline TASK = route("/tasks/{id}", "tasks", Access.USERS);
    private static final RouteOutline USER_LIST = route("/users", "users", Access.ADMINS);

    @Test
    void whatIsRoutedIsInItWithWhatItRefersToAndNothingElse() throws IOException {
        JsonNode api = merge(List.of(TASK), "string");

        assertThat(names(api.path("paths"))).containsExactly("/tasks/{task}");
        assertThat(names(api.path("components").path("schemas"))).containsExactly("Id", "Task");
        assertThat(api.path("tags").findValuesAsText("name")).containsExactly("Tasks");
    }

    @Test
    void theGatewaysRuleSaysWhoMay() throws IOException {
        JsonNode operation = merge(List.of(TASK), "string").at("/paths/~1tasks~1{task}/get");

        assertThat(operation.path("x-ymera-access").asText()).isEqualTo("users");
        assertThat(operation.path("security").path(0).path("bearer").toString()).isEqualTo("[\"admin\",\"user\"]");
    }

    @Test
    void whatAnyoneMayNeedsNoToken() throws IOException {
        JsonNode api = merge(List.of(route("/tasks/{id}", "tasks", Access.ANYONE)), "string");

        assertThat(api.at("/paths/~1tasks~1{task}/get/security").toString()).isEqualTo("[]");
    }

    @Test
    void butATokenMayBeSentWhereTheServiceSaysSo() throws IOException {
        Map<String, JsonNode> services = Map.of(
                "users",
                new JsonMapper()
                        .readTree(USERS.formatted("string")
                                .replace("\"responses\"", "\"security\": [{}, {\"bearer\": []}], \"responses\"")));

        JsonNode api = PlatformApi.merge(services, List.of(route("/users", "users", Access.ANYONE)), Words.none());

        assertThat(api.at("/paths/~1users/get/security").toString()).isEqualTo("[{},{\"bearer\":[]}]");
    }

    @Test
    void whatIsAtTheRootSaysSo() throws IOException {
        JsonNode api = merge(List.of(new RouteOutline("GET", "/users", false, "users", Access.ANYONE)), "string");

        assertThat(api.at("/paths/~1users/servers/0/url").asText()).isEqualTo("/");
        assertThat(api.at("/servers/0/url").asText()).isEqualTo("/api/v1");
    }

    @Test
    void aRouteOfWhichItsServiceSaysNothingIsAnError() {
        assertThatThrownBy(() -> merge(List.of(route("/tasks", "tasks", Access.USERS)), "string"))
                .hasMessageContaining("tasks says nothing of GET /tasks");
    }

    @Test
    void whatIsInternalIsNotDescribed() {
        assertThatThrownBy(() -> merge(List.of(route("/inner", "tasks", Access.USERS)), "string"))
                .hasMessageContaining("says nothing of GET /inner");
    }

    @Test
    void servicesMayMeanTheSameByAName() throws IOException {
        assertThat(merge(List.of(TASK, USER_LIST), "string")
                        .at("/components/schemas/Id/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void butNotDifferentThings() {
        assertThatThrownBy(() -> merge(List.of(TASK, USER_LIST), "integer"))
                .hasMessageContaining("#/components/schemas/Id");
    }

    private static JsonNode merge(List<RouteOutline> routes, String typeOfIds) throws IOException {
        JsonMapper json = new JsonMapper();
        Map<String, JsonNode> services = new TreeMap<>();
        services.put("tasks", json.readTree(TASKS));
        services.put("users", json.readTree(USERS.formatted(typeOfIds)));
        return PlatformApi.merge(services, routes, Words.none());
    }

    private static RouteOutline route(String path, String service, Access access) {
        return new RouteOutline("GET", path, true, service, access);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
