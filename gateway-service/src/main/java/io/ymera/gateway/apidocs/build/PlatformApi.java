package io.ymera.gateway.apidocs.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.contracts.identity.Role;
import io.ymera.gateway.route.Access;
import io.ymera.gateway.route.RouteOutline;
import io.ymera.gateway.route.RouteTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One OpenAPI document out of those of the services: of each route what its service says of it, in the order of the routes, and
 * what that refers to. What is not routed is left out.
 */
final class PlatformApi {

    private static final String COMPONENTS = "#/components/";
    private static final List<String> ORDER = List.of(
            "operationId", "summary", "description", "tags", "parameters", "requestBody", "responses", "security");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, JsonNode> services;
    private final Words words;
    private final ObjectNode paths = JSON.objectNode();
    private final ObjectNode components = JSON.objectNode();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> operations = new TreeSet<>();

    private PlatformApi(Map<String, JsonNode> services, Words words) {
        this.services = services;
        this.words = words;
    }

    /**
     * Merges.
     *
     * @param services what each service says, by the name that routes have for it
     * @param words what the sources say of what it consists of
     * @throws IllegalStateException if a service says nothing of a route, or two services say different things under one name
     */
    static ObjectNode merge(Map<String, JsonNode> services, List<RouteOutline> routes, Words words) {
        PlatformApi api = new PlatformApi(services, words);
        routes.forEach(api::add);
        return api.document();
    }

    private void add(RouteOutline route) {
        JsonNode service = services.get(route.service());
        if (service == null) {
            throw new IllegalStateException("No service is called " + route.service());
        }
        Found found = find(service, route);
        ObjectNode operation = found.operation().deepCopy();
        require(
                operations.add(operation.path("operationId").asText()),
                "Two operations are called %s"
                        .formatted(operation.path("operationId").asText()));
        tags.add(operation.path("tags").path(0).asText());
        words.describeOperation(operation);
        sayWho(operation, route.access());
        copyWhatIsReferredTo(route.service(), service, operation);
        ObjectNode path = paths.withObjectProperty(found.path());
        if (!route.versioned()) {
            path.putArray("servers").addObject().put("url", "/");
        }
        path.set(route.method().toLowerCase(Locale.ROOT), inOrder(operation));
    }

    private record Found(String path, ObjectNode operation) {}

    /** Services may call what is in a path otherwise than routes do. */
    private static Found find(JsonNode service, RouteOutline route) {
        for (Map.Entry<String, JsonNode> path : service.path("paths").properties()) {
            JsonNode operation = path.getValue().path(route.method().toLowerCase(Locale.ROOT));
            if (withoutNames(path.getKey()).equals(withoutNames(route.path()))
                    && operation instanceof ObjectNode described
                    && !operation.path("x-internal").asBoolean()) {
                return new Found(path.getKey(), described);
            }
        }
        throw new IllegalStateException("The service %s says nothing of %s %s, which the gateway has a route to"
                .formatted(route.service(), route.method(), route.path()));
    }

    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static void sayWho(ObjectNode operation, Access access) {
        String who = access.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        operation.put("x-ymera-access", who);
        String more = operation.path("description").asText();
        operation.put("description", more + (more.isEmpty() ? "" : "\n\n") + "*For " + who + ".*");
        if (access == Access.ANYONE && mayHaveToken(operation)) {
            return;
        }
        ArrayNode security = operation.putArray("security");
        if (access == Access.ANYONE) {
            return;
        }
        Set<String> roles = new TreeSet<>(access.roles());
        roles.forEach(security.addObject().putArray("bearer")::add);
        if (roles.contains(Role.USER)) {
            roles.forEach(security.addObject().putArray("apiKey")::add);
        }
    }

    /** Whether one alternative of several is to prove nothing, as OpenAPI says that a token is optional. */
    private static boolean mayHaveToken(ObjectNode operation) {
        JsonNode security = operation.path("security");
        return security.size() > 1 && security.path(0).isEmpty();
    }

    /** As one reads it: first what it is, then what goes in, then what comes out. */
    private static ObjectNode inOrder(ObjectNode operation) {
        ObjectNode ordered = JSON.objectNode();
        for (String member : ORDER) {
            JsonNode value = operation.remove(member);
            if (value != null) {
                ordered.set(
                        member, member.equals("responses") ? JSON.objectNode().setAll(byName(value)) : value);
            }
        }
        return ordered.setAll(operation);
    }

    private void copyWhatIsReferredTo(String name, JsonNode service, JsonNode part) {
        for (JsonNode reference : part.findValues("$ref")) {
            String target = reference.asText();
            if (!target.startsWith(COMPONENTS)) {
                throw new IllegalStateException(
                        "%s refers to %s: only components can be merged".formatted(name, target));
            }
            String[] kindAndName = target.substring(COMPONENTS.length()).split("/", 2);
            JsonNode component = service.path("components").path(kindAndName[0]).path(kindAndName[1]);
            require(component.isObject(), "%s refers to %s, which is not there".formatted(name, target));
            ObjectNode kind = components.withObjectProperty(kindAndName[0]);
            @Nullable JsonNode there = kind.get(kindAndName[1]);
            if (there == null) {
                kind.set(kindAndName[1], component.deepCopy());
                copyWhatIsReferredTo(name, service, component);
            } else {
                require(
                        there.equals(component),
                        "Two services mean different things by %s: give one of them another name, with @Schema(name = …)"
                                .formatted(target));
            }
        }
    }

    private ObjectNode document() {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "YMERA")
                .put("version", "1")
                .put(
                        "description",
                        "Hand in work, follow it live and read the result. JSON is in snake_case, times are RFC 3339 in UTC, "
                                + "ids are UUIDs; members that are not known are left out rather than null.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", RouteTable.PREFIX).put("description", "This gateway");
        document.set("tags", describedTags());
        document.set("paths", paths);
        words.describeSchemas(components.path("schemas"));
        ObjectNode sorted = sorted();
        ObjectNode schemes = sorted.putObject("securitySchemes");
        schemes.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "The `access_token` of a login or of `POST /auth/token`, or an API key");
        schemes.putObject("apiKey")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "An API key, `ymk_…`");
        document.set("components", sorted);
        return document;
    }

    private ArrayNode describedTags() {
        ArrayNode described = JSON.arrayNode();
        for (JsonNode service : services.values()) {
            for (JsonNode tag : service.path("tags")) {
                if (tags.contains(tag.path("name").asText())) {
                    described.add(tag);
                }
            }
        }
        return described;
    }

    private ObjectNode sorted() {
        ObjectNode sorted = JSON.objectNode();
        byName(components).forEach((kind, ofKind) -> sorted.putObject(kind).setAll(byName(ofKind)));
        return sorted;
    }

    private static Map<String, JsonNode> byName(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
