package io.ymera.testkit;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Gives a Quarkus test {@code DATABASE_URL}: real PostgreSQL, with the role and schema named by the argument {@code role}.
 *
 * <pre>{@code @WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "auth"))}</pre>
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private String role = "";

    @Override
    public void init(Map<String, String> arguments) {
        role = requireNonNull(arguments.get("role"), "PostgresResource needs the argument 'role', as in role=auth");
    }

    @Override
    public Map<String, String> start() {
        return Map.of("DATABASE_URL", databaseUrl(role));
    }

    @Override
    public void stop() {
        // the server serves the other tests of this JVM
    }

    /** Where {@code role}, made if it is not there, connects; for tests without Quarkus. */
    public static String databaseUrl(String role) {
        String password = TestRun.remember("postgres." + role + ".password", TestRun::newSecret);
        try {
            return TestServers.postgres().part().createRole(role, password);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the role " + role, e);
        }
    }
}
