package io.ymera.gateway.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the routes from YAML: service, path, and for each method who may. See {@code routes.yaml}. */
public final class RoutesFile {

    private static final String BROUGHT = "/routes.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Characters. Ours has a few thousand. */
    private static final int LONGEST = 1_000_000;

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> SETTINGS =
            Set.of("limit", "delivery", "timeout", "body-limit", "cookies", "versioned");
    private static final String USUAL_LIMIT = "default";

    private final List<String> errors = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();

    private RoutesFile() {}

    /** What {@code text} says. @throws InvalidRoutesException with everything that is wrong with it */
    public static RouteTable parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidRoutesException(List.of("it has more than %d characters".formatted(LONGEST)));
        }
        RoutesFile file = new RoutesFile();
        try {
            refuseAliases(text);
            file.read(YAML.readTree(text));
        } catch (IOException e) {
            throw new InvalidRoutesException(List.of("it is not YAML: " + e.getMessage()));
        }
        return file.table();
    }

    /** The text of the file that comes with the gateway. */
    public static String brought() {
        try (InputStream in = requireNonNull(RoutesFile.class.getResourceAsStream(BROUGHT))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They would be read as the text of their name, and what is said of a route is to stand beside it anyway. */
    private static void refuseAliases(String text) throws IOException {
        try (YAMLParser parser = YAML.getFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new InvalidRoutesException(
                            List.of("say it again instead of *%s: aliases are not read".formatted(parser.getText())));
                }
            }
        }
    }

    private void read(JsonNode services) {
        if (!services.isObject() || services.isEmpty()) {
            errors.add("it has to be a map of services, each with its paths");
            return;
        }
        services.properties().forEach(service -> {
            if (service.getValue().isObject() && service.getKey().matches("[a-z][a-z0-9-]*")) {
                service.getValue()
                        .properties()
                        .forEach(path -> readPath(service.getKey(), path.getKey(), path.getValue()));
            } else {
                errors.add("%s: a service has a name of lower-case letters, digits and hyphens, and a map of paths"
                        .formatted(service.getKey()));
            }
        });
    }

    private void readPath(String service, String path, JsonNode said) {
        try {
            if (!said.isObject()) {
                throw new IllegalArgumentException("say who may do what, such as {GET: users}");
            }
            PathTemplate template = PathTemplate.parse(path);
            Settings settings = new Settings(said);
            List<Map.Entry<String, JsonNode>> methods = said.properties().stream()
                    .filter(entry -> !SETTINGS.contains(entry.getKey()))
                    .toList();
            if (methods.isEmpty()) {
                throw new IllegalArgumentException("no method is allowed, so nothing can be asked for");
            }
            for (Map.Entry<String, JsonNode> method : methods) {
                routes.add(route(service, template, method.getKey(), method.getValue(), settings));
            }
        } catch (IllegalArgumentException e) {
            errors.add("%s, %s: %s".formatted(service, path, e.getMessage()));
        }
    }

    private static Route route(
            String service, PathTemplate template, String method, JsonNode access, Settings settings) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("'%s' is neither a method (%s) nor a setting (%s)"
                    .formatted(method, Settings.list(METHODS), Settings.list(SETTINGS)));
        }
        return new Route(
                method,
                template,
                settings.flag("versioned", true),
                Settings.oneOf(Access.class, method, access),
                service,
                requireNonNullElse(settings.text("limit"), USUAL_LIMIT),
                requireNonNullElse(settings.oneOf(Delivery.class, "delivery"), Delivery.ANSWER),
                settings.duration("timeout"),
                settings.bytes("body-limit"),
                settings.flag("cookies", false));
    }

    private RouteTable table() {
        if (errors.isEmpty()) {
            try {
                return new RouteTable(routes);
            } catch (IllegalArgumentException e) {
                errors.add(requireNonNullElse(e.getMessage(), "two routes are the same"));
            }
        }
        throw new InvalidRoutesException(errors);
    }
}
