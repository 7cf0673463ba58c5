package io.ymera.gateway.door;

import static java.util.Objects.requireNonNull;

import io.ymera.gateway.limit.Limits;
import io.ymera.gateway.route.InvalidRoutesException;
import io.ymera.gateway.route.Route;
import io.ymera.gateway.route.RouteTable;
import io.ymera.gateway.route.RoutesFile;
import io.ymera.gateway.upstream.Services;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes that this gateway has: those of {@code ROUTES_FILE}, or the ones that we bring. Read at start. */
@Singleton
class Routes implements StartupCheck {

    private final Optional<Path> file;
    private final Services services;
    private final Limits limits;
    private @Nullable RouteTable table;

    Routes(DoorConfig config, Services services, Limits limits) {
        this.file = config.routesFile();
        this.services = services;
        this.limits = limits;
    }

    /** To be called when all has been checked. */
    RouteTable table() {
        return requireNonNull(table);
    }

    @Override
    public List<ConfigError> check() {
        String name = file.map(Path::toString).orElse("routes.yaml");
        try {
            RouteTable read = RoutesFile.parse(text());
            table = read;
            return unknownNames(read).stream()
                    .map(problem -> new ConfigError("ROUTES_FILE", name, problem))
                    .toList();
        } catch (InvalidRoutesException e) {
            return List.of(new ConfigError("ROUTES_FILE", name, "a file of routes, but " + e.getMessage()));
        } catch (IOException e) {
            return List.of(new ConfigError("ROUTES_FILE", name, "a file that can be read: " + e));
        }
    }

    private String text() throws IOException {
        return file.isPresent() ? Files.readString(file.get()) : RoutesFile.brought();
    }

    private List<String> unknownNames(RouteTable read) {
        List<String> problems = new ArrayList<>();
        for (Route route : read.routes()) {
            if (!services.names().contains(route.service())) {
                problems.add("%s is of the service %s, which has no targets; there are %s"
                        .formatted(route.path(), route.service(), services.names()));
            }
            if (!limits.names().contains(route.limit())) {
                problems.add("%s has the limit %s, which is not configured; there are %s"
                        .formatted(route.path(), route.limit(), limits.names()));
            }
        }
        return problems;
    }
}
