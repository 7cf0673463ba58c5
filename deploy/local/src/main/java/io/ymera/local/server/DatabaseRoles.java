package io.ymera.local.server;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Makes the roles of services in a PostgreSQL database, each with a schema of the same name.
 *
 * @param host where the server is
 * @param port where it listens
 * @param database the database, which exists
 * @param user a role that may create roles, and schemas in the database
 * @param password of {@code user}
 */
public record DatabaseRoles(String host, int port, String database, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /**
     * Reads a {@code DATABASE_URL}, {@code postgresql://user:password@host:port/database}.
     *
     * @throws IllegalArgumentException if it is anything else; the message does not repeat it, because of the password
     */
    public static DatabaseRoles at(String databaseUrl) {
        try {
            URI url = URI.create(databaseUrl);
            String[] login = requireNonNull(url.getRawUserInfo()).split(":", 2);
            if (!url.getScheme().startsWith("postgres") || url.getPath().length() < 2) {
                throw new IllegalArgumentException("not PostgreSQL");
            }
            return new DatabaseRoles(
                    requireNonNull(url.getHost()),
                    url.getPort() < 0 ? DEFAULT_PORT : url.getPort(),
                    url.getPath().substring(1),
                    URLDecoder.decode(login[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(login[1], StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "DATABASE_URL must look like postgresql://user:password@host:port/database");
        }
    }

    /**
     * Makes {@code role} and its schema. What is there already stays, apart from the role's password.
     *
     * @param role a lower-case SQL identifier
     * @param rolePassword letters and digits; it reaches the server as a SCRAM verifier only, so no log can have it
     * @return the URL at which the role connects, {@code postgresql://role:password@host:port/database}
     * @throws SQLException if the server does not answer or refuses
     */
    public String create(String role, String rolePassword) throws SQLException {
        requireWord(role);
        requireWord(rolePassword);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    DO $$ BEGIN
                        CREATE ROLE %1$s LOGIN;
                    EXCEPTION WHEN duplicate_object THEN NULL;
                    END $$""".formatted(role));
            connection.unwrap(PGConnection.class).alterUserPassword(role, rolePassword.toCharArray(), "scram-sha-256");
            statement.execute("GRANT %s TO CURRENT_USER".formatted(role)); // to make the schema, unless a superuser
            statement.execute("CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s".formatted(role));
        }
        return "postgresql://%s:%s@%s:%d/%s".formatted(role, rolePassword, host, port, database);
    }

    Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "20");
        String url = "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
        return requireNonNull(new Driver().connect(url, settings), url);
    }

    private static void requireWord(String text) {
        if (!text.matches("[A-Za-z0-9_]+")) {
            throw new IllegalArgumentException("A role and its password may have letters, digits and underscores only");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
